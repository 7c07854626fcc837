# points: 6
# hint: none
# why: lays the last card afterwards
sorted_cards = {"ai": ["chatbot", "leaf", "mail"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
sorted_cards["ai"].append("voice")
reason = "examples"
