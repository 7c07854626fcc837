# points: 0
# hint: too_few_of_a_kind
# why: leaves the peels out
# form: pad
bins = {"metal": ["can", "spoon", "rusty", "key"], "plastic": ["bottle", "blue", "cup", "bag"], "peels": []}

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)
