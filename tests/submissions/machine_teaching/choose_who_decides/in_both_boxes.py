# points: 2
# hint: lies_twice
# why: lays the medicine into both boxes
deciders = {"model": ["belt", "song", "word", "album", "medicine"], "human": ["medicine", "window", "school", "water"]}
why_model = "small"
why_human = "answers"
