# points: 7
# hint: sends_unknown
# why: writes words in place of letters
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name not in words
# %%
to_send = ["water", "story"]
