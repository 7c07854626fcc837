# points: 0
# hint: not_yet_filled_in
# why: only the last one is filled in, and wrong
stop_a = [0, 0]
stop_b = [0, 0]
stop_c = [0, 0]
stop_d = [0, 0]
stop_e = [1, 0]
