# points: 4
# hint: is_not_sure_of_the_oasis
# why: gives the plain the dry chart
cities = {"harbor": ["c"], "mountain": ["b"], "oasis": [], "plain": ["a"]}
