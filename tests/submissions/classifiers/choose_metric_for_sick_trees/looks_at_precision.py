# points: 3
# hint: fears_walks
# why: thinks of the walks only
metric = "precision"
reason = "c"
threshold = 40
