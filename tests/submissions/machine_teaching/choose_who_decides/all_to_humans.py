# points: 3
# hint: leaves_nothing_to_the_model
# why: trusts no model at all
deciders = {"model": [], "human": ["belt", "song", "word", "album", "medicine", "window", "school", "water"]}
why_model = "small"
why_human = "answers"
