# points: 4
# hint: is_not_laid
# why: lays robot C at two places
# form: pad
stops = {"palm": ["a", "e"], "date": ["b"], "olive": ["c"], "parcel": ["d"], "battery": ["c"]}
