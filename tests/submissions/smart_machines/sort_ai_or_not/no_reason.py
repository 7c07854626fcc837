# points: 4
# hint: gives_no_reason
# why: sorts well and gives no reason
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = ""
