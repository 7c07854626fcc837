# points: 0
# hint: adds_two
# why: adds
answer = 21 + 2
