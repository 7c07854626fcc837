# points: 4
# hint: lies_on_another_slide
# why: a mistake lies under examples
# form: pad
slides = {"helps": ["collects"], "examples": ["nine", "rusty"], "limits": ["asks"], "aside": ["photo", "perfect"]}
promise = "look"
