# points: 6
# hint: none
# why: each card in its box
# form: pad
reactions = {"straight": ["middle"], "turn_left": ["left"], "turn_right": ["right"], "stop": ["star"]}
simulate(program, "line_to_well", seconds=70)
