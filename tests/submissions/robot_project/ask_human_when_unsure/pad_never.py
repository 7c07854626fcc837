# points: 0
# hint: never_asks
# why: sorts everything
# form: pad
choices = {"sort": ["far_above", "just_above", "at_limit", "just_below", "far_below"], "ask": [], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
