# points: 4
# hint: forgets_the_turn
# why: overlooks the turn
stop_a = [3, 0]
stop_b = [3, 0]
stop_c = [1, 2]
stop_d = [2, 3]
stop_e = [3, 0]
