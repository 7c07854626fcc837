# points: 6
# hint: mixes_them_up
# why: a little below is near enough
# form: pad
choices = {"sort": ["far_above", "just_above", "at_limit", "just_below"], "ask": ["far_below"], "away": []}
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]
