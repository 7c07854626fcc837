# points: 2
# hint: accepts_fewer
# why: three words are enough
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 3 and name not in words
# %%
to_send = ["a", "c", "e"]
