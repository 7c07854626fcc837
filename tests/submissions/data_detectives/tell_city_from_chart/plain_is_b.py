# points: 5
# hint: takes_april_for_october
# why: takes April for October
cities = {"harbor": ["c"], "mountain": [], "oasis": ["a"], "plain": ["b"]}
