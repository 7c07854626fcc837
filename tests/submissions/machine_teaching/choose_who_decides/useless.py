# points: 5
# hint: takes_models_for_useless
# why: takes models for useless
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "small"
why_human = "useless"
