# points: 4
# hint: none
# why: lets the fitted tree predict
predictions = dict(zip("abcd", tree.predict([[5, 58], [6, 40], [18, 60], [15, 72]]).tolist()))


def follow_tree(spot_percent, length_mm):
    return tree.predict([[spot_percent, length_mm]])[0]
