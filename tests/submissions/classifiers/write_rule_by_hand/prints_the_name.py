# points: 0
# hint: prints_only
# why: takes print for return
def rule(length_mm, width_mm):
    if width_mm > 17.5:
        print("argan")
    else:
        print("olive")
