# points: 2
# hint: wrong_bin
# why: peels in the plastic bin
# form: pad
bins = {"metal": ["can", "spoon", "rusty", "key"], "plastic": ["banana", "orange", "melon", "nuts"], "peels": ["bottle", "blue", "cup", "bag"]}

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)
