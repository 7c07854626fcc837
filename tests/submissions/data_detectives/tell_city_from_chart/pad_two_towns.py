# points: 0
# hint: lies_twice
# why: lays chart A at two towns
# form: pad
cities = {"harbor": ["c"], "mountain": ["b"], "oasis": ["a"], "plain": ["a"]}
