# points: 4
# hint: is_no_promise
# why: writes a promise of its own
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "In the rain it asks us first.",
}
promise = "I am always nice"
