# points: 5
# hint: has_one_kind
# why: olives are the exam
# form: pad
boxes = {"train": ["nut_a_front", "nut_a_back", "nut_b_front", "nut_b_back", "nut_c_front", "nut_c_back"], "test": ["olive_a_front", "olive_a_back", "olive_b_front", "olive_b_back", "olive_c_front", "olive_c_back"]}
order = ["collect", "aside", "give", "ask", "count"]
train, test = boxes["train"], boxes["test"]
