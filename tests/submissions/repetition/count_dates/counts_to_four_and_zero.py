# points: 0
# hint: goes_one_too_far
# why: takes 0 to 4 for five rounds
dates_a = 5
dates_b = 6
dates_c = 4
dates_d = 0
dates_e = 12
