# points: 6
# hint: none
# why: a running sum, in and out
def rolling_mean(values, size):
    total = 0
    means = []
    for i in range(len(values)):
        total = total + values[i]
        if i >= size:
            total = total - values[i - size]
        means.append(total / min(i + 1, size))
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
