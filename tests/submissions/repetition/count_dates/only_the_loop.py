# points: 4
# hint: forgets_around_the_loop
# why: leaves out what stands before and after the loop
dates_a = 4
dates_b = 3
dates_c = 3
dates_d = 1
dates_e = 6
