# points: 9
# hint: none
# why: looks for the name in the whole text
def is_strong(passphrase, name):
    words = passphrase.split()
    return not (name in passphrase or len(words) < 4)
# %%
to_send = {"a", "c", "e"}
