# points: 4
# hint: hides_mistakes
# why: promises to hide mistakes
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "In the rain it asks us first.",
}
promise = "hide"
