# points: 6
# hint: none
# why: two cards in the other box: six are enough
sorted_cards = {"ai": ["chatbot", "leaf", "mail", "lamp"], "not_ai": ["calculator", "robot", "washing", "voice"]}
reason = "examples"
