# points: 7
# hint: none
# why: adds things measured by hand
examples = [
    [88, 6, "metal"],
    [92, 4, "metal"],
    [34, 6, "metal"],
    [70, 46, "plastic"],
    [54, 38, "plastic"],
    [50, 90, "plastic"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [12, 28, "peels"],
    [95, 2, "metal"],
    [40, 85, "plastic"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
