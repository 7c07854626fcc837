# points: 7
# hint: none
# why: another order
# form: pad
choices = {"sort": ["far_above", "just_above", "at_limit"], "ask": ["just_below", "far_below"], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
