# points: 0
# hint: is_turned_round
# why: boxes swapped
# form: pad
choices = {"sort": ["just_below", "far_below"], "ask": ["far_above", "just_above", "at_limit"], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
