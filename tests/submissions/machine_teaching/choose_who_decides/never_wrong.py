# points: 5
# hint: trusts_blindly
# why: takes a model for faultless
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "never_wrong"
why_human = "answers"
