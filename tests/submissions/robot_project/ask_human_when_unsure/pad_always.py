# points: 0
# hint: always_asks
# why: asks each time
# form: pad
choices = {"sort": [], "ask": ["far_above", "just_above", "at_limit", "just_below", "far_below"], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
