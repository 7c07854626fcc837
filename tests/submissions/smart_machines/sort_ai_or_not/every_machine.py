# points: 3
# hint: all_is_ai
# why: takes every machine for AI
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail", "calculator", "lamp", "robot", "washing"], "not_ai": []}
reason = "examples"
