# points: 2
# hint: gives_the_whole_row
# why: forgets to take the kind
examples = [
    [88, 6, "metal"],
    [92, 4, "metal"],
    [34, 6, "metal"],
    [70, 46, "plastic"],
    [54, 38, "plastic"],
    [50, 90, "plastic"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [14, 34, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)
