# points: 1
# hint: hides_the_limits
# why: the third slide is empty
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "",
}
promise = "private"
