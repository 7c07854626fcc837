# points: 0
# hint: as_text
# why: quotes
answer = "42"
