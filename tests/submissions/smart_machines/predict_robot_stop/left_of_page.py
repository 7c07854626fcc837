# points: 4
# hint: takes_left_of_the_page
# why: turns to the left of the page
stop_a = [3, 0]
stop_b = [2, 1]
stop_c = [0, 2]
stop_d = [2, 3]
stop_e = [3, 0]
