# points: 5
# hint: none
# why: writes the numbers as sums and products
dates_a = 4
dates_b = 1 + 3 + 1
dates_c = 3 * 1
dates_d = 1
dates_e = 2 * 3
