# points: 1
# hint: goes_round_once
# why: counts the picks that are written
dates_a = 1
dates_b = 3
dates_c = 1
dates_d = 1
dates_e = 1
