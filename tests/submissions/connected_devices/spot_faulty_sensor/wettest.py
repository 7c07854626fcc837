# points: 4.5
# hint: blames_the_highest
# why: compares means of readings
def rolling_mean(values, size):
    means = []
    for place in range(len(values)):
        window = values[max(0, place - size + 1) : place + 1]
        means.append(sum(window) / len(window))
    return means


def far_places(values, size, limit):
    means = rolling_mean(values, size)
    places = []
    for place in range(len(values)):
        if abs(values[place] - means[place]) > limit:
            places.append(place)
    return places


def faulty_sensor(sensors, size, limit):
    suspect = None
    highest = 0
    for name in sensors:
        mean = sum(sensors[name]) / len(sensors[name])
        if mean > highest:
            suspect = name
            highest = mean
    return suspect
