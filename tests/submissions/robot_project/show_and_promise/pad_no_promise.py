# points: 4
# hint: promises_nothing
# why: no promise
# form: pad
slides = {"helps": ["collects"], "examples": ["nine"], "limits": ["rusty"], "aside": ["photo", "perfect"]}
promise = None
