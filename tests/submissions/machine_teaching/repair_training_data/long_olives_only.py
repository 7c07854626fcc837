# points: 2
# hint: forgets_round_olives
# why: balances with long olives only
chosen = ["olive_a", "olive_b", "olive_c", "olive_d", "nut_a", "nut_b", "nut_d", "nut_e"]
