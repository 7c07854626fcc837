# points: 4
# hint: turns_back
# why: turns once and not four times
# form: pad
stops = {"palm": ["a"], "date": ["b", "e"], "olive": ["c"], "parcel": ["d"], "battery": []}
