# points: 7
# hint: tells_the_home
# why: asks for the bus with the home in it
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name not in words
# %%
to_send = ["a", "c", "d", "e"]
