# points: 3.5
# hint: strict_border
# why: writes < for <=
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    if spot_percent < 10:
        if length_mm < 44:
            return "sick"
        return "healthy"
    if length_mm < 65:
        return "sick"
    return "healthy"
