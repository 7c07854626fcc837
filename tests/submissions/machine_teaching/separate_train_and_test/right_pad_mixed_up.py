# points: 7
# hint: none
# why: lays the cards in another order
# form: pad
boxes = {"train": ["nut_b_back", "nut_b_front", "olive_b_back", "olive_b_front", "nut_a_back", "nut_a_front", "olive_a_back", "olive_a_front"], "test": ["olive_c_back", "nut_c_back", "olive_c_front", "nut_c_front"]}
order = ["collect", "aside", "give", "ask", "count"]
train, test = boxes["train"], boxes["test"]
