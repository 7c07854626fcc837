# points: 4
# hint: boasts
# why: the robot is always right
# form: pad
slides = {"helps": ["collects"], "examples": ["nine"], "limits": ["rusty", "perfect"], "aside": ["photo", "perfect"]}
promise = "look"
