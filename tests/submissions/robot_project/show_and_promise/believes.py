# points: 4
# hint: believes_machines
# why: promises to believe machines
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "In the rain it asks us first.",
}
promise = "believe"
