# points: 6
# hint: none
# why: one card in the other box
# form: pad
deciders = {"model": ["belt", "song", "word"], "human": ["medicine", "window", "school", "water", "album"]}
why_model = "small"
why_human = "answers"
