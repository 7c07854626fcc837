# points: 4
# hint: picks_at_every_step
# why: counts the step without a pick too
dates_a = 4
dates_b = 5
dates_c = 3
dates_d = 1
dates_e = 8
