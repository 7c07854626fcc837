# points: 5
# hint: none
# why: lays more aside
# form: pad
slides = {"helps": ["helps_people"], "examples": ["nine"], "limits": ["rusty"], "aside": ["collects", "photo", "perfect"]}
promise = "private"
