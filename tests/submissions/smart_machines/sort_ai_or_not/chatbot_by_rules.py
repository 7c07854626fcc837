# points: 3
# hint: takes_the_chatbot_for_rules
# why: takes a chatbot for a list of rules
sorted_cards = {"ai": ["leaf", "mail", "lamp"], "not_ai": ["calculator", "robot", "washing", "chatbot", "voice"]}
reason = "examples"
