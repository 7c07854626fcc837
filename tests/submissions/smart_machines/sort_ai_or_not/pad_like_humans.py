# points: 4
# hint: thinks_of_humans
# why: sorts well and thinks of humans
# form: pad
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = "human"
