# points: 7
# hint: tells_the_passphrase
# why: sends everything
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name not in words
# %%
to_send = ["a", "b", "c", "d", "e", "f"]
