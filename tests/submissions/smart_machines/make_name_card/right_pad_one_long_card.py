# points: 6
# hint: none
# why: one card for four steps
# form: pad
name_card = {"name": "Mimi"}
cards = [["forward", 4]]

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
