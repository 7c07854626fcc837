# points: 6
# hint: none
# why: leaves two more cards to humans: six are enough
deciders = {"model": ["song", "word"], "human": ["medicine", "window", "school", "water", "belt", "album"]}
why_model = "small"
why_human = "answers"
