# points: 5
# hint: none
# why: one card a slide
# form: pad
slides = {"helps": ["collects"], "examples": ["nine"], "limits": ["rusty"], "aside": []}
promise = "look"
