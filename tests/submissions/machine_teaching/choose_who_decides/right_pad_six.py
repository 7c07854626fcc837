# points: 6
# hint: none
# why: one card exchanged on each side
# form: pad
deciders = {"model": ["belt", "song", "word", "school"], "human": ["medicine", "window", "water", "album"]}
why_model = "small"
why_human = "answers"
