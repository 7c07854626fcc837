# points: 1
# hint: swaps_measures
# why: takes the first number for the length
predictions = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}


def follow_tree(length, spots):
    if spots <= 10:
        return "sick" if length <= 44 else "healthy"
    return "sick" if length <= 65 else "healthy"
