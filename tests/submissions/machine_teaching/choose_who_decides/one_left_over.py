# points: 2
# hint: is_not_all
# why: leaves the water out
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school"]}
why_model = "small"
why_human = "answers"
