# points: 6
# hint: none
# why: one card in the other box
# form: pad
sorted_cards = {"ai": ["chatbot", "leaf", "voice"], "not_ai": ["calculator", "lamp", "robot", "washing", "mail"]}
reason = "examples"
