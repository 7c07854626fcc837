# points: 2
# hint: gives_nothing_back
# why: prints in place of return
def is_strong(passphrase, name):
    words = passphrase.split()
    print(len(words) >= 4 and name not in words)
# %%
to_send = ["a", "c", "e"]
