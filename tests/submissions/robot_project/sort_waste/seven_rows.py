# points: 0
# hint: too_few
# why: seven examples
examples = [
    [88, 6, "metal"],
    [34, 6, "metal"],
    [70, 46, "plastic"],
    [54, 38, "plastic"],
    [50, 90, "plastic"],
    [22, 76, "peels"],
    [14, 34, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
