# points: 2
# hint: none
# why: float
answer = 21 * 2.0
