# points: 2
# hint: none
# why: sum
answer = 21 + 21
