# points: 6
# hint: none
# why: pandas rolls
import pandas as pd


def rolling_mean(values, size):
    return list(pd.Series(values).rolling(size, min_periods=1).mean())


def far_places(values, size, limit):
    distance = (pd.Series(values) - pd.Series(rolling_mean(values, size))).abs()
    return [int(place) for place in distance.index[distance > limit]]


def faulty_sensor(sensors, size, limit):
    ranked = sorted((len(far_places(values, size, limit)), name) for name, values in sensors.items())
    count, name = ranked[-1]
    return name if count else None
