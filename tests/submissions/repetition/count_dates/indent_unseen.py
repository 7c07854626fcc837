# points: 4
# hint: takes_all_inside
# why: takes the last line for a part of the loop
dates_a = 4
dates_b = 5
dates_c = 3
dates_d = 4
dates_e = 6
