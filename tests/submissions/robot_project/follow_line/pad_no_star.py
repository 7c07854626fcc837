# points: 5
# hint: misses_a_card
# why: leaves the star out
# form: pad
reactions = {"straight": ["middle"], "turn_left": ["left"], "turn_right": ["right"], "stop": []}
simulate(program, "line_to_well", seconds=70)
