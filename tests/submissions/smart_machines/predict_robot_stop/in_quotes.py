# points: 0
# hint: is_no_pair
# why: squares as texts
stop_a = "3, 0"
stop_b = "2, 1"
stop_c = "1, 2"
stop_d = "2, 3"
stop_e = "3, 0"
