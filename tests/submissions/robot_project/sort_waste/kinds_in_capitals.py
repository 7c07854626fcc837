# points: 0
# hint: other_kinds
# why: writes other kinds
examples = [
    [88, 6, "METAL"],
    [92, 4, "METAL"],
    [34, 6, "METAL"],
    [70, 46, "PLASTIC"],
    [54, 38, "PLASTIC"],
    [50, 90, "PLASTIC"],
    [22, 76, "PEELS"],
    [30, 66, "PEELS"],
    [14, 34, "PEELS"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
