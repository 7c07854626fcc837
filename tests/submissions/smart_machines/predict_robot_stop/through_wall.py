# points: 4
# hint: goes_through_walls
# why: takes all four steps
stop_a = [3, 0]
stop_b = [2, 1]
stop_c = [1, 2]
stop_d = [4, 3]
stop_e = [3, 0]
