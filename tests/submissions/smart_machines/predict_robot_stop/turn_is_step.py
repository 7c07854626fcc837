# points: 2
# hint: turns_and_goes
# why: counts a turn as a step
stop_a = [3, 0]
stop_b = [2, 2]
stop_c = [2, 2]
stop_d = [2, 3]
stop_e = [4, 0]
