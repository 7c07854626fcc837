# points: 3
# hint: takes_little_for_much
# why: gives the mountain the dry chart
cities = {"harbor": ["c"], "mountain": ["a"], "oasis": [], "plain": ["b"]}
