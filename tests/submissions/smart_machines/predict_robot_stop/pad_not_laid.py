# points: 4
# hint: is_not_laid
# why: forgets robot E
# form: pad
stops = {"palm": ["a"], "date": ["b"], "olive": ["c"], "parcel": ["d"], "battery": []}
