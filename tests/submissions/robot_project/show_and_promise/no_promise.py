# points: 4
# hint: promises_nothing
# why: no promise
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "In the rain it asks us first.",
}
promise = None
