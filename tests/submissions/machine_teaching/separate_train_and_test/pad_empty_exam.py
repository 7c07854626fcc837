# points: 2
# hint: is_one_sided
# why: lays everything into one box
# form: pad
boxes = {"train": ["olive_a_front", "olive_a_back", "nut_a_front", "nut_a_back", "olive_b_front", "olive_b_back", "nut_b_front", "nut_b_back", "olive_c_front", "olive_c_back", "nut_c_front", "nut_c_back"], "test": []}
order = ["collect", "aside", "give", "ask", "count"]
train, test = boxes["train"], boxes["test"]
