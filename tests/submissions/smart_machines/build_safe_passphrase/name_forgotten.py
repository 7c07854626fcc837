# points: 6
# hint: forgets_the_name
# why: changes the number only
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4
# %%
to_send = ["a", "c", "e"]
