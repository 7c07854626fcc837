# points: 6
# hint: none
# why: changes the old tray step by step
chosen = ["olive_a", "olive_b", "pebble", "nut_a", "nut_b", "nut_c", "nut_d", "nut_e", "nut_f", "nut_g", "nut_h"]
for name in ("pebble", "nut_f", "nut_g", "nut_h"):
    chosen.remove(name)
chosen += ["olive_f", "olive_g"]
chosen.append("olive_e")
