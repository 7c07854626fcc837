# points: 6
# hint: none
# why: another order, round brackets
why_human = "answers"
why_model = "small"
deciders = {"human": ("water", "school", "window", "medicine"), "model": ("album", "word", "song", "belt")}
