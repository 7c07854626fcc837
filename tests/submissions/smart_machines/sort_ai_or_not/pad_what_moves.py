# points: 1
# hint: takes_the_robot_for_ai
# why: takes what moves for AI
# form: pad
sorted_cards = {"ai": ["robot", "washing", "chatbot", "voice"], "not_ai": ["calculator", "lamp", "leaf", "mail"]}
reason = "moves"
