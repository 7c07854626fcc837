# points: 3
# hint: lets_it_judge_people
# why: lets the model judge people
deciders = {"model": ["belt", "song", "word", "window", "school"], "human": ["album", "medicine", "water"]}
why_model = "small"
why_human = "answers"
