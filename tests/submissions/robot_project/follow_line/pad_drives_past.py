# points: 5
# hint: drives_past
# why: drives on at the star
# form: pad
reactions = {"straight": ["middle", "star"], "turn_left": ["left"], "turn_right": ["right"], "stop": []}
simulate(program, "line_to_well", seconds=70)
