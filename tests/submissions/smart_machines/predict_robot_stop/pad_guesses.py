# points: 2
# hint: loses_its_way
# why: guesses for three robots
# form: pad
stops = {"palm": ["d"], "date": ["b"], "olive": ["c"], "parcel": ["a", "e"], "battery": []}
