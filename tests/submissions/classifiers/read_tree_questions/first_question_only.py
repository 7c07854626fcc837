# points: 0
# hint: stops_after_first_question
# why: takes the first question for the answer
predictions = {"a": "healthy", "b": "healthy", "c": "sick", "d": "sick"}


def follow_tree(spot_percent, length_mm):
    if spot_percent <= 10:
        return "healthy"
    return "sick"
