# points: 0
# hint: never_turns
# why: drives straight on, whatever it sees
# form: pad
reactions = {"straight": ["middle", "left", "right"], "turn_left": [], "turn_right": [], "stop": ["star"]}
simulate(program, "line_to_well", seconds=70)
