# points: 2
# hint: swaps_numbers
# why: writes softness first
examples = [
    [6, 88, "metal"],
    [4, 92, "metal"],
    [6, 34, "metal"],
    [46, 70, "plastic"],
    [38, 54, "plastic"],
    [90, 50, "plastic"],
    [76, 22, "peels"],
    [66, 30, "peels"],
    [34, 14, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
