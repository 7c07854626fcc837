# points: 3
# hint: overlooks_the_dry_summer
# why: swaps mountain and harbor
cities = {"harbor": ["b"], "mountain": ["c"], "oasis": ["a"], "plain": []}
