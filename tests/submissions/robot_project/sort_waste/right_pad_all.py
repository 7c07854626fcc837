# points: 7
# hint: none
# why: lays all twelve
# form: pad
bins = {"metal": ["can", "spoon", "rusty", "key"], "plastic": ["bottle", "blue", "cup", "bag"], "peels": ["banana", "orange", "melon", "nuts"]}

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)
