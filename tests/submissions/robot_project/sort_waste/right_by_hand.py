# points: 7
# hint: none
# why: looks for the nearest without help
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
    best = None
    smallest = 1000
    for one, two, kind in examples:
        far = (one - shine) ** 2 + (two - softness) ** 2
        if best is None or far < smallest:
            best = kind
            smallest = far
    return best
