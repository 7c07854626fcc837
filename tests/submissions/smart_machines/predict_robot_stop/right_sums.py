# points: 5
# hint: none
# why: adds up the steps
stop_a = [0 + 3, 0]
stop_b = [2, 1]
stop_c = [1, 2]
stop_d = [0 + 2, 3]
stop_e = [2 + 1, 0.0]
