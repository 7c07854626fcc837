# points: 0
# hint: swaps_the_numbers
# why: down first, then right
stop_a = [0, 3]
stop_b = [1, 2]
stop_c = [2, 1]
stop_d = [3, 2]
stop_e = [0, 3]
