# points: 1
# hint: boasts
# why: hides what the robot cannot do
# form: pad
slides = {"helps": ["collects"], "examples": ["nine"], "limits": ["perfect"], "aside": []}
promise = "look"
