# points: 3.5
# hint: leaves_out_leaves
# why: one leaf is missing
predictions = {"a": "healthy", "b": "sick", "c": "sick"}


def follow_tree(spot_percent, length_mm):
    border = 44 if spot_percent <= 10 else 65
    return "sick" if length_mm <= border else "healthy"
