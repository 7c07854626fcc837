# points: 6
# hint: none
# why: a list of the last readings, the oldest leaves
def rolling_mean(values, size):
    last = []
    means = []
    for value in values:
        last.append(value)
        if len(last) > size:
            last.pop(0)
        means.append(sum(last) / len(last))
    return means


def far_places(values, size, limit):
    places = []
    for place, (value, mean) in enumerate(zip(values, rolling_mean(values, size))):
        if value > mean + limit or value < mean - limit:
            places.append(place)
    return places


def faulty_sensor(sensors, size, limit):
    counts = {}
    for name, values in sensors.items():
        counts[name] = len(far_places(values, size, limit))
    worst = max(counts, key=counts.get)
    if counts[worst] == 0:
        return None
    return worst
