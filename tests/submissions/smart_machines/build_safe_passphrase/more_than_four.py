# points: 2
# hint: wants_more_than_four
# why: takes > for >=
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) > 4 and name not in words
# %%
to_send = ["a", "c", "e"]
