# points: 3
# hint: mixes_them_up
# why: three cards elsewhere
deciders = {"model": ["belt", "song", "water"], "human": ["album", "word", "medicine", "school", "window"]}
why_model = "small"
why_human = "answers"
