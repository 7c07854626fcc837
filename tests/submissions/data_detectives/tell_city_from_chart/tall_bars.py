# points: 2
# hint: sees_tall_bars_only
# why: takes the oasis for the harbor, and the harbor for the oasis
cities = {"harbor": ["a"], "mountain": ["b"], "oasis": ["c"], "plain": []}
