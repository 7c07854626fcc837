# points: 5
# hint: none
# why: names only the places where a robot stops
# form: pad
stops = {"date": ["b"], "parcel": ["d"], "palm": ("a", "e"), "olive": ["c"]}
