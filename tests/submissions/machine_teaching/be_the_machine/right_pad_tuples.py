# points: 5
# hint: none
# why: round brackets, another order
# form: pad
nearest = {"nut_a": ("heart", "moon"), "olive_b": ("sun",), "olive_a": ("star",), "olive_c": ("drop",), "nut_b": (), "nut_c": ()}
