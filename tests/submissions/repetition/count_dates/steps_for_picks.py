# points: 4
# hint: counts_steps
# why: counts two dates for two steps
dates_a = 4
dates_b = 5
dates_c = 6
dates_d = 1
dates_e = 6
