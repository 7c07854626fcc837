# points: 2
# hint: counts_letters
# why: counts letters
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(passphrase) >= 4
# %%
to_send = ["a", "c", "e"]
