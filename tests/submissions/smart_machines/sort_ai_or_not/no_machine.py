# points: 3
# hint: nothing_is_ai
# why: takes no machine for AI
sorted_cards = {"ai": [], "not_ai": ["chatbot", "leaf", "voice", "mail", "calculator", "lamp", "robot", "washing"]}
reason = "examples"
