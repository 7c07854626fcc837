# points: 5
# hint: none
# why: another project, another promise
slides = {
    "helps": "My robot helps people who sort olives.",
    "examples": "Thirty olives, and we measured them all.",
    "limits": "Small green ones are often wrong. Then a woman decides.",
}
promise = "look"
