# points: 3
# hint: other_words
# why: writes the words in its own way
metric = "Recall"
reason = "A"
threshold = 40
