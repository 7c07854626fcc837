# points: 4
# hint: tells_private_things
# why: a phone number on the slide
slides = {
    "helps": "It waters pots. Call 06 12 34 56 78 for more.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "In the rain it asks us first.",
}
promise = "private"
