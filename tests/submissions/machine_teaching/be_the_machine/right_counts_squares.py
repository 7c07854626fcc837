# points: 5
# hint: none
# why: counts squares to the side and up in a loop
found = {}
for name, place in new.items():
    fewest = 100
    for example, spot in examples.items():
        squares = abs(place[0] - spot[0]) + abs(place[1] - spot[1])
        if squares < fewest:
            fewest = squares
            found[name] = example
near_star, near_moon, near_drop = found["star"], found["moon"], found["drop"]
near_heart, near_sun = found["heart"], found["sun"]
