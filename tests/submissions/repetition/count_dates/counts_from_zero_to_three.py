# points: 0
# hint: stops_one_early
# why: takes 0, 1, 2, 3 for three rounds
dates_a = 3
dates_b = 4
dates_c = 2
dates_d = 0
dates_e = 2
