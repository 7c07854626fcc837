# points: 6
# hint: none
# why: moves the last card afterwards
deciders = {"model": ["belt", "song", "word"], "human": ["medicine", "window", "school", "water"]}
deciders["model"].append("album")
why_model, why_human = "small", "answers"
