# points: 0
# hint: too_few_of_a_kind
# why: one of each kind
examples = [
    [88, 6, "metal"],
    [70, 46, "plastic"],
    [22, 76, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
