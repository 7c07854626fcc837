# points: 4
# hint: none
# why: chooses the border first, then asks once
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    border = 44 if spot_percent <= 10 else 65
    return "sick" if length_mm <= border else "healthy"
