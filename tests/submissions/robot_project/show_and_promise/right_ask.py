# points: 5
# hint: none
# why: short sentences
slides = {
    "helps": "It sorts waste.",
    "examples": "I chose nine things.",
    "limits": "Old cans are hard.",
}
promise = "ask"
