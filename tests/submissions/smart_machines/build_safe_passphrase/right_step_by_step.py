# points: 9
# hint: none
# why: one question after the other
def is_strong(passphrase, name):
    words = passphrase.split()
    if len(words) < 4:
        return False
    if name in words:
        return False
    return True
# %%
to_send = ["e", "c", "a"]
