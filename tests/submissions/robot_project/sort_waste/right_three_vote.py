# points: 7
# hint: none
# why: the three nearest vote
examples = [
    [88, 6, "metal"],
    [92, 4, "metal"],
    [34, 6, "metal"],
    [28, 10, "metal"],
    [70, 46, "plastic"],
    [62, 52, "plastic"],
    [54, 38, "plastic"],
    [50, 90, "plastic"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [14, 34, "peels"],
    [10, 24, "peels"],
]


def sort_waste(shine, softness):
    def difference(example):
        return abs(example[0] - shine) + abs(example[1] - softness)

    kinds = [example[2] for example in sorted(examples, key=difference)[:3]]
    if kinds[1] == kinds[2]:
        return kinds[1]
    return kinds[0]
