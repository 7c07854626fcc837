# points: 2
# hint: wrong_bin
# why: metal and plastic swapped
examples = [
    [88, 6, "plastic"],
    [92, 4, "plastic"],
    [34, 6, "plastic"],
    [70, 46, "metal"],
    [54, 38, "metal"],
    [50, 90, "metal"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [14, 34, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
