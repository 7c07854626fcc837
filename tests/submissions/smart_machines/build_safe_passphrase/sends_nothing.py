# points: 7
# hint: sends_nothing
# why: sends nothing
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name not in words
# %%
to_send = []
