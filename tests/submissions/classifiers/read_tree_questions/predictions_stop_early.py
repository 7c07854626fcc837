# points: 3
# hint: stops_after_first_question
# why: the function is right, the predictions were made from the first line
predictions = {"a": "healthy", "b": "healthy", "c": "sick", "d": "sick"}


def follow_tree(spot_percent, length_mm):
    if spot_percent <= 10:
        if length_mm <= 44:
            return "sick"
        return "healthy"
    if length_mm <= 65:
        return "sick"
    return "healthy"
