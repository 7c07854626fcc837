# points: 2
# hint: accepts_fewer
# why: changes the messages only
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 2
# %%
to_send = ["a", "c", "e"]
