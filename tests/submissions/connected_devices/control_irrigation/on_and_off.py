# points: 0
# hint: gives_words
# why: words
def irrigate(soil, is_on):
    if soil < 23:
        return "on"
    if soil > 30:
        return "off"
    return "on" if is_on else "off"
