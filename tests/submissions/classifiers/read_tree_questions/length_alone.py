# points: 2
# hint: asks_length_only
# why: never asks about spots
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    if length_mm <= 65:
        return "sick"
    return "healthy"
