# points: 3
# hint: overlooks_the_wet_summer
# why: overlooks July in chart B
cities = {"harbor": ["b"], "mountain": [], "oasis": ["a"], "plain": ["c"]}
