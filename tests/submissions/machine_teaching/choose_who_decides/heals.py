# points: 3
# hint: lets_it_share_and_heal
# why: leaves medicine and water to the model
deciders = {"model": ["belt", "song", "word", "medicine", "water"], "human": ["album", "window", "school"]}
why_model = "small"
why_human = "answers"
