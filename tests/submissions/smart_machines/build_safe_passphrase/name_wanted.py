# points: 2
# hint: asks_for_the_name
# why: asks for the name
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name in words
# %%
to_send = ["a", "c", "e"]
