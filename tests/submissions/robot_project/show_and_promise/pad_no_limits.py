# points: 1
# hint: hides_the_limits
# why: nothing about mistakes
# form: pad
slides = {"helps": ["collects"], "examples": ["nine"], "limits": [], "aside": ["rusty", "asks", "photo", "perfect"]}
promise = "look"
