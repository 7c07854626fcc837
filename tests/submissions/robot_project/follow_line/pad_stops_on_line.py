# points: 0
# hint: stays
# why: stops when the middle sensor sees the line
# form: pad
reactions = {"straight": ["star"], "turn_left": ["left"], "turn_right": ["right"], "stop": ["middle"]}
simulate(program, "line_to_well", seconds=70)
