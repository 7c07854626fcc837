# points: 1
# hint: says_too_little
# why: two words on a slide
slides = {
    "helps": "It waters pots for the garden club.",
    "examples": "Nine examples",
    "limits": "In the rain it asks us first.",
}
promise = "private"
