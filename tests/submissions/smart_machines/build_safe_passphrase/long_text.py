# points: 2
# hint: counts_letters
# why: counts letters, and looks for the name
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(passphrase) >= 4 and name not in words
# %%
to_send = ["a", "c", "e"]
