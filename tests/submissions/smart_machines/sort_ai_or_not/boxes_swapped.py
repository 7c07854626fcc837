# points: 3
# hint: swaps_the_boxes
# why: swaps the boxes
sorted_cards = {"ai": ["calculator", "lamp", "robot", "washing"], "not_ai": ["chatbot", "leaf", "voice", "mail"]}
reason = "examples"
