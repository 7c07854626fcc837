# points: 0
# hint: squares
# why: power
answer = 21**2
