# points: 2
# hint: leaves_photos_out
# why: forgets a card
# form: pad
boxes = {"train": ["olive_a_front", "olive_a_back", "nut_a_front", "nut_a_back", "olive_b_front", "olive_b_back", "nut_b_front", "nut_b_back"], "test": ["olive_c_front", "olive_c_back", "nut_c_front"]}
order = ["collect", "aside", "give", "ask", "count"]
train, test = boxes["train"], boxes["test"]
