# points: 5
# hint: none
# why: decimal numbers are the same numbers
dates_a = 4.0
dates_b = 5.0
dates_c = 3.0
dates_d = 1.0
dates_e = 6.0
