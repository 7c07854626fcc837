# points: 6
# hint: none
# why: builds the T from two kinds of rows
letter = "t"
bar = [1] * 8
stem = [0, 0, 0, 1, 1, 0, 0, 0]
picture = [bar] * 2 + [stem] * 6
