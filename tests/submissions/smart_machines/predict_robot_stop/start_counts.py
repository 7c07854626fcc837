# points: 1
# hint: first_step_stays
# why: counts the square of the start as the first step
stop_a = [2, 0]
stop_b = [1, 0]
stop_c = [0, 1]
stop_d = [2, 2]
stop_e = [3, 0]
