# points: 4
# hint: takes_december_for_october
# why: takes December for October
cities = {"harbor": [], "mountain": ["b"], "oasis": ["a"], "plain": ["c"]}
