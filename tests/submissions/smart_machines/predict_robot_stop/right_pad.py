# points: 5
# hint: none
# why: lays the robots in another order
# form: pad
stops = {"palm": ["e", "a"], "date": ["b"], "olive": ["c"], "parcel": ["d"], "battery": []}
