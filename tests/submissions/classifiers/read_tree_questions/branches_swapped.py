# points: 1
# hint: swaps_branches
# why: asks the lower length question for few spots
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    if spot_percent <= 10:
        return "sick" if length_mm <= 65 else "healthy"
    return "sick" if length_mm <= 44 else "healthy"
