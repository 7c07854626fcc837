# points: 3
# hint: shares_fruits
# why: front for training, back for the exam
# form: pad
boxes = {"train": ["olive_a_front", "nut_a_front", "olive_b_front", "nut_b_front", "olive_c_front", "nut_c_front"], "test": ["olive_a_back", "nut_a_back", "olive_b_back", "nut_b_back", "olive_c_back", "nut_c_back"]}
order = ["collect", "aside", "give", "ask", "count"]
train, test = boxes["train"], boxes["test"]
