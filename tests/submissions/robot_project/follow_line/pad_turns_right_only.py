# points: 0
# hint: turns_to_one_side
# why: turns right for both sensors
# form: pad
reactions = {"straight": ["middle"], "turn_left": [], "turn_right": ["left", "right"], "stop": ["star"]}
simulate(program, "line_to_well", seconds=70)
