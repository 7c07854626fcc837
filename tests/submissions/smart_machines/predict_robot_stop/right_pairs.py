# points: 5
# hint: none
# why: round brackets hold a pair too
stop_a = (3, 0)
stop_b = (2, 1)
stop_c = (1, 2)
stop_d = (2, 3)
stop_e = (3, 0)
