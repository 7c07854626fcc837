# points: 2
# hint: sees_tall_bars_only
# why: looks at the height of the bars alone
# form: pad
cities = {"harbor": ["a"], "mountain": ["b"], "oasis": ["c"], "plain": []}
