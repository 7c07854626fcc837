# points: 3
# hint: swaps_the_boxes
# why: swaps the boxes
# form: pad
deciders = {"model": ["medicine", "window", "school", "water"], "human": ["belt", "song", "word", "album"]}
why_model = "small"
why_human = "answers"
