# points: 0
# hint: is_not_laid
# why: leaves chart B out
cities = {"harbor": ["c"], "mountain": [], "oasis": ["a"], "plain": []}
