# points: 0
# hint: gives_nothing_back
# why: prints in place of return
def decide(kind, sure, threshold):
    if sure < threshold:
        print("ask")
    else:
        print(kind)
