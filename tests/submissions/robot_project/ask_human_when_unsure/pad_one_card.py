# points: 0
# hint: misses_a_card
# why: lays one card
# form: pad
choices = {"sort": [], "ask": ["far_below"], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
