# points: 4
# hint: forgets_the_turn
# why: overlooks the turn
# form: pad
stops = {"palm": ["a", "e", "b"], "date": [], "olive": ["c"], "parcel": ["d"], "battery": []}
