# points: 0
# hint: too_few
# why: lays six cards
# form: pad
bins = {"metal": ["can", "spoon"], "plastic": ["bottle", "blue"], "peels": ["banana", "orange"]}

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)
