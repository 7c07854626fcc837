# points: 0
# hint: throws_away
# why: throws unsure things away
# form: pad
choices = {"sort": ["far_above", "just_above", "at_limit"], "ask": [], "away": ["just_below", "far_below"]}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
