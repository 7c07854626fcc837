# points: 2
# hint: is_no_text
# why: a number without quotes, with cards
# form: pad
name_card = {"name": 12}
cards = ["forward", "forward", "forward", "forward"]

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
