# points: 8
# hint: is_too_careful
# why: keeps a harmless message back
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name not in words
# %%
to_send = ["a", "c"]
