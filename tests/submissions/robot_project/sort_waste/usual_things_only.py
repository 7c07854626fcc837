# points: 2
# hint: misses_unusual_things
# why: only new cans, bottles and soft peels
examples = [
    [88, 6, "metal"],
    [92, 4, "metal"],
    [70, 46, "plastic"],
    [62, 52, "plastic"],
    [54, 38, "plastic"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [85, 9, "metal"],
    [26, 80, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
