# points: 2
# hint: takes_one_of_the_two
# why: joins the conditions with or
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 or name not in words
# %%
to_send = ["a", "c", "e"]
