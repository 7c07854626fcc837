# points: 1
# hint: copies_the_belt
# why: copies the belt
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
    [29, 5, "metal"],
    [24, 70, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
