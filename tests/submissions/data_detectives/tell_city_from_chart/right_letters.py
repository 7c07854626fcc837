# points: 6
# hint: none
# why: writes letters without brackets
cities = {"harbor": "c", "mountain": "b", "oasis": "a", "plain": ""}
