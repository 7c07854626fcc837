# points: 2
# hint: sorts_badly
# why: takes the example that is most different
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
    def difference(example):
        return abs(example[0] - shine) + abs(example[1] - softness)

    return max(examples, key=difference)[2]
