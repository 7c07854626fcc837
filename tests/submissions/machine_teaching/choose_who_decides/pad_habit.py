# points: 5
# hint: leans_on_habit
# why: leans on habit
# form: pad
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "small"
why_human = "habit"
