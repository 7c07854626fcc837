# points: 0
# hint: are_no_rows
# why: writes the kind first
examples = [
    ["metal", 88, 6],
    ["metal", 92, 4],
    ["metal", 34, 6],
    ["plastic", 70, 46],
    ["plastic", 54, 38],
    ["plastic", 50, 90],
    ["peels", 22, 76],
    ["peels", 30, 66],
    ["peels", 14, 34],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
