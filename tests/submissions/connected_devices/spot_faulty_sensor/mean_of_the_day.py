# points: 3.5
# hint: mean_does_not_roll
# why: one mean for all
def rolling_mean(values, size):
    mean = sum(values) / len(values)
    return [mean for value in values]


def far_places(values, size, limit):
    means = rolling_mean(values, size)
    places = []
    for place in range(len(values)):
        if abs(values[place] - means[place]) > limit:
            places.append(place)
    return places


def faulty_sensor(sensors, size, limit):
    suspect = None
    most = 0
    for name in sensors:
        count = len(far_places(sensors[name], size, limit))
        if count > most:
            suspect = name
            most = count
    return suspect
