# points: 6
# hint: none
# why: lets a program choose by width
long_ones = [name for name in tray if tray[name][2] == "olive" and tray[name][1] < 16][:3]
round_ones = ["olive_e", "olive_f", "olive_g"]
small_ones = [name for name in tray if name.startswith("nut") and tray[name][0] < 22]
large_ones = ["nut_f", "nut_g", "nut_h"]
chosen = long_ones + round_ones + small_ones + large_ones
