# points: 9
# hint: none
# why: counts the name, and more than three words
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) > 3 and words.count(name) == 0
# %%
to_send = ("a", "c", "e")
