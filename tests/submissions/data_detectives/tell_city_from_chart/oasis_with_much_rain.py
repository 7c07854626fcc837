# points: 1
# hint: puts_much_rain_into_the_oasis
# why: gives the oasis the chart with most rain
cities = {"harbor": [], "mountain": ["a"], "oasis": ["b"], "plain": ["c"]}
