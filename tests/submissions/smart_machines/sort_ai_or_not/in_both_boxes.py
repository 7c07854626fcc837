# points: 2
# hint: lies_twice
# why: lays the robot into both boxes
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail", "robot"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = "examples"
