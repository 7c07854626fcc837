# points: 0
# hint: writes_text
# why: writes the numbers as texts
dates_a = "4"
dates_b = "5"
dates_c = "3"
dates_d = "1"
dates_e = "6"
