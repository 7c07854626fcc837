# points: 6
# hint: none
# why: writes only the towns that have a chart
# form: pad
cities = {"oasis": ["a"], "mountain": ["b"], "harbor": ["c"]}
