# points: 3
# hint: leaves_all_to_the_model
# why: trusts the model with everything
deciders = {"model": ["belt", "song", "word", "album", "medicine", "window", "school", "water"], "human": []}
why_model = "small"
why_human = "answers"
