# points: 5
# hint: none
# why: lets the program measure every distance
def nearest_to(name):
    return min(examples, key=lambda example: dist(examples[example], new[name]))


near_star = nearest_to("star")
near_moon = nearest_to("moon")
near_drop = nearest_to("drop")
near_heart = nearest_to("heart")
near_sun = nearest_to("sun")
