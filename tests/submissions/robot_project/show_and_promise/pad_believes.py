# points: 4
# hint: believes_machines
# why: believes machines
# form: pad
slides = {"helps": ["collects"], "examples": ["nine"], "limits": ["rusty"], "aside": ["photo", "perfect"]}
promise = "believe"
