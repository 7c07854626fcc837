# points: 4
# hint: takes_left_of_the_page
# why: turns to the left of the page
# form: pad
stops = {"palm": ["a", "e"], "date": ["b"], "olive": [], "parcel": ["d"], "battery": ["c"]}
