# points: 4
# hint: turns_back
# why: four turns bring it back
stop_a = [3, 0]
stop_b = [2, 1]
stop_c = [1, 2]
stop_d = [2, 3]
stop_e = [1, 0]
