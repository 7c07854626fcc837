# points: 1
# hint: prints_only
# why: takes print for return
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    if spot_percent <= 10:
        print("sick" if length_mm <= 44 else "healthy")
    else:
        print("sick" if length_mm <= 65 else "healthy")
