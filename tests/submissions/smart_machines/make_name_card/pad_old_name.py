# points: 2
# hint: keeps_the_old_name
# why: adds the steps and keeps the old name
# form: pad
name_card = {"name": "Robot"}
cards = ["forward", "forward", "forward", "forward"]

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
