# points: 0
# hint: too_few_of_a_kind
# why: no plastic at all
examples = [
    [88, 6, "metal"],
    [92, 4, "metal"],
    [34, 6, "metal"],
    [28, 10, "metal"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [14, 34, "peels"],
    [10, 24, "peels"],
    [90, 9, "metal"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
