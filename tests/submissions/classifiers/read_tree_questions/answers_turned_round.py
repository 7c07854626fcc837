# points: 1
# hint: reads_answers_turned_round
# why: goes the other way at the second question
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(spot_percent, length_mm):
    if spot_percent <= 10:
        if length_mm > 44:
            return "sick"
        return "healthy"
    if length_mm > 65:
        return "sick"
    return "healthy"
