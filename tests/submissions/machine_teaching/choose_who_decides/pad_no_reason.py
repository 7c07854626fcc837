# points: 5
# hint: gives_no_reason_for_the_model
# why: gives one reason only
# form: pad
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = ""
why_human = "answers"
