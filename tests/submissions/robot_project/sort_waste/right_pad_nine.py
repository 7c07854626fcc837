# points: 7
# hint: none
# why: another nine
# form: pad
bins = {"metal": ["spoon", "key", "rusty"], "plastic": ["blue", "cup", "bag"], "peels": ["nuts", "orange", "banana"]}

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)
