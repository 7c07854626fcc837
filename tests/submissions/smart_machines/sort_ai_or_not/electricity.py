# points: 4
# hint: thinks_of_electricity
# why: sorts well and thinks of electricity
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = "electric"
