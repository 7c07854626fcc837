# points: 5
# hint: looks_at_speed
# why: looks at speed alone
# form: pad
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "fast"
why_human = "answers"
