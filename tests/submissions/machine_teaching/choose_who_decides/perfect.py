# points: 5
# hint: takes_humans_for_perfect
# why: takes humans for faultless
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "small"
why_human = "perfect"
