# points: 0
# hint: shares_a_town
# why: lays two charts at the harbor
# form: pad
cities = {"harbor": ["a", "c"], "mountain": ["b"], "oasis": [], "plain": []}
