# points: 0
# hint: counts_from_one
# why: counts the corner as 1
stop_a = [4, 1]
stop_b = [3, 2]
stop_c = [2, 3]
stop_d = [3, 4]
stop_e = [4, 1]
