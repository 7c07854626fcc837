# points: 0
# hint: wrong_bin
# why: all cards in one bin
# form: pad
bins = {"metal": ["can", "spoon", "rusty", "key", "bottle", "blue", "cup", "bag", "banana", "orange", "melon", "nuts"], "plastic": [], "peels": []}

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)
