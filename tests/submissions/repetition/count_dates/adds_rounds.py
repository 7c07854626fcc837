# points: 4
# hint: adds_the_loops
# why: adds the rounds of the two loops
dates_a = 4
dates_b = 5
dates_c = 3
dates_d = 1
dates_e = 5
