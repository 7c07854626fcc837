# points: 4
# hint: window_is_shifted
# why: off by one
def rolling_mean(values, size):
    means = []
    for place in range(len(values)):
        window = values[max(0, place - size) : place + 1]
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
    most = 0
    for name in sensors:
        count = len(far_places(sensors[name], size, limit))
        if count > most:
            suspect = name
            most = count
    return suspect
