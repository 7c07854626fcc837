# points: 0
# hint: chooses_nothing
# why: takes everything away
chosen = []
