# points: 0
# hint: turns_away
# why: left and right swapped
# form: pad
reactions = {"straight": ["middle"], "turn_left": ["right"], "turn_right": ["left"], "stop": ["star"]}
simulate(program, "line_to_well", seconds=70)
