# points: 1
# hint: gives_other_words
# why: says whether the leaf is sick instead of naming its class
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    border = 44 if spot_percent <= 10 else 65
    return length_mm <= border
