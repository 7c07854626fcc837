# points: 2
# hint: does_not_fit
# why: empty quotes
# form: pad
name_card = {"name": " "}
cards = ["forward", "forward", "forward", "forward"]

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
