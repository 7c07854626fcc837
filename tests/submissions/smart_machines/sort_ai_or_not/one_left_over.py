# points: 2
# hint: is_not_all
# why: leaves the mailbox out
sorted_cards = {"ai": ["chatbot", "leaf", "voice"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = "examples"
