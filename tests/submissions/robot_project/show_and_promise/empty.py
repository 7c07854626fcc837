# points: 1
# hint: slide_is_empty
# why: only the promise
slides = {
    "helps": "",
    "examples": "",
    "limits": "",
}
promise = "private"
