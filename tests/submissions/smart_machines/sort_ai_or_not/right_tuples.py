# points: 6
# hint: none
# why: another order, round brackets
sorted_cards = {"not_ai": ("washing", "robot", "lamp", "calculator"), "ai": ("mail", "voice", "leaf", "chatbot")}
reason = "examples"
