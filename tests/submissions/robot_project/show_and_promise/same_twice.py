# points: 4
# hint: says_the_same
# why: the same sentence twice
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "It waters pots for the garden club.",
    "limits": "In the rain it asks us first.",
}
promise = "private"
