# points: 5
# hint: thinks_it_clever
# why: takes a model for clever
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "clever"
why_human = "answers"
