# points: 5
# hint: asks_at_limit
# why: asks at the limit too
# form: pad
choices = {"sort": ["far_above", "just_above"], "ask": ["just_below", "far_below", "at_limit"], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
