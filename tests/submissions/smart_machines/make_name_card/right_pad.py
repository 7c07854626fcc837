# points: 6
# hint: none
# why: another name, and the cards
# form: pad
name_card = {"name": "Pepo"}
cards = ["forward", "forward", "forward", "forward"]

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
