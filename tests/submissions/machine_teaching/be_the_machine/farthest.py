# points: 0
# hint: takes_the_farthest
# why: takes the largest distance
def farthest_from(name):
    return max(examples, key=lambda example: dist(examples[example], new[name]))


near_star = farthest_from("star")
near_moon = farthest_from("moon")
near_drop = farthest_from("drop")
near_heart = farthest_from("heart")
near_sun = farthest_from("sun")
