# points: 3
# hint: stops_on_the_way
# why: one step too few
# form: pad
name_card = {"name": "Zuzu"}
cards = ["forward", "forward", "forward"]

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
