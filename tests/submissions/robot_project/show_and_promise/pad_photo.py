# points: 3
# hint: tells_private_things
# why: shows the photo
# form: pad
slides = {"helps": ["collects", "photo"], "examples": ["nine"], "limits": ["rusty"], "aside": ["photo", "perfect"]}
promise = "look"
