# points: 3
# hint: mixes_them_up
# why: three cards in the other box
sorted_cards = {"ai": ["chatbot", "leaf", "mail", "calculator", "lamp"], "not_ai": ["robot", "washing", "voice"]}
reason = "examples"
