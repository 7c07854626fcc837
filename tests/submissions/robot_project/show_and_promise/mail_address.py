# points: 4
# hint: tells_private_things
# why: an address of e-mail
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Ten damp pots and ten dry ones.",
    "limits": "Questions go to robot@garden.example, please write.",
}
promise = "private"
