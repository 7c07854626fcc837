# points: 4
# hint: thinks_of_moving
# why: sorts well and thinks of moving
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = "moves"
