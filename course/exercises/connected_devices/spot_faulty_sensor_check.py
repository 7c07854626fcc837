"""Visible cases of spot_faulty_sensor."""

from statistics import mean

from ailab.checks import Case, Misconception, all_of, any_of, behaves_like, call, close, fails

ORCHARD = {
    "well": [41, 40, 40, 39, 39, 38, 55, 54, 53, 53, 52, 51],
    "gate": [35, 35, 34, 34, 33, 33, 33, 32, 32, 31, 31, 31],
    "wall": [38, 37, 37, 8, 36, 35, 35, 71, 34, 33, 4, 33],
    "road": [62, 62, 61, 61, 60, 60, 60, 59, 59, 59, 58, 58],
}
HONEST = {name: ORCHARD[name] for name in ("gate", "road")}
SLOPE = [30, 32, 34, 36, 38, 40, 42]
HIGH = [30, 32, 34, 60, 34, 32]
LOW = [40, 41, 42, 10, 42, 41]
compare = close(absolute=1e-6)


def rolling(values, size):
    return [mean(values[max(0, place - size + 1) : place + 1]) for place in range(len(values))]


def far(values, size, limit):
    return [place for place, middle in enumerate(rolling(values, size)) if abs(values[place] - middle) > limit]


CASES = (
    Case("means", call("rolling_mean", SLOPE, 3), rolling(SLOPE, 3), label="The rolling mean of 3"),
    Case("high", call("far_places", HIGH, 3, 10), far(HIGH, 3, 10), label="A reading that is too high"),
    Case("low", call("far_places", LOW, 3, 10), far(LOW, 3, 10), label="A reading that is too low"),
    Case("orchard", call("faulty_sensor", ORCHARD, 5, 12), "wall", label="The faulty sensor of the orchard"),
)


def mean_of_all(values, size):
    return [mean(values)] * len(values)


def mean_so_far(values, size):
    return [mean(values[: place + 1]) for place in range(len(values))]


def whole_windows_only(values, size):
    return [mean(values[place : place + size]) for place in range(len(values) - size + 1)]


def divides_by_size(values, size):
    return [sum(values[max(0, place - size + 1) : place + 1]) / size for place in range(len(values))]


def leaves_itself_out(values, size):
    return [mean(values[max(0, place - size) : place] or values[:1]) for place in range(len(values))]


def looks_ahead(values, size):
    return [mean(values[place : place + size]) for place in range(len(values))]


def one_too_many(values, size):
    return rolling(values, size + 1)


def starts_at_the_end(values, size):
    return [mean(values[place - size + 1 : place + 1]) for place in range(len(values))]


def high_alone(values, size, limit):
    return [place for place, middle in enumerate(rolling(values, size)) if values[place] - middle > limit]


def far_values(values, size, limit):
    return [values[place] for place in far(values, size, limit)]


def counts_far(values, size, limit):
    return len(far(values, size, limit))


def near_places(values, size, limit):
    return [place for place in range(len(values)) if place not in far(values, size, limit)]


def counts_from_one(values, size, limit):
    return [place + 1 for place in far(values, size, limit)]


def far_alone(sensors, size, limit):
    return max(len(far(values, size, limit)) for values in sensors.values())


def first_with_any(sensors, size, limit):
    return next((name for name, values in sensors.items() if far(values, size, limit)), None)


def highest_mean(sensors, size, limit):
    return max(sensors, key=lambda name: mean(sensors[name]))


def always_somebody(sensors, size, limit):
    return max(sensors, key=lambda name: len(far(sensors[name], size, limit)))


def only_prints(answer):
    outcomes = [answer.call("rolling_mean", SLOPE, 3), answer.call("far_places", HIGH, 3, 10), answer.call("faulty_sensor", ORCHARD, 5, 12)]
    return any(outcome.value is None and not outcome.error and outcome.printed.strip() for outcome in outcomes)


def like(wrong):
    """Recognise a rolling mean that is this wrong one."""
    return behaves_like("rolling_mean", wrong, [(SLOPE, 3), (LOW, 3)], compare=compare)


MEAN_IS_RIGHT = like(rolling)
MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "A function shows its result, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "mean_does_not_roll",
        any_of(like(mean_of_all), like(mean_so_far)),
        "Your mean takes in readings from long ago. Only the last `size` readings count: cut them out with a slice.",
    ),
    Misconception(
        "beginning_is_left_out",
        like(whole_windows_only),
        "Your list is shorter than `values`. At the beginning, take the mean of the readings that are there already.",
    ),
    Misconception(
        "divides_by_size",
        like(divides_by_size),
        "The first means are too small. There are fewer readings at the beginning: divide by how many there really are.",
    ),
    Misconception(
        "slice_starts_below_zero",
        any_of(fails(call("rolling_mean", SLOPE, 3), "ZeroDivisionError"), fails(call("rolling_mean", SLOPE, 3), "StatisticsError")),
        "At the beginning your slice is empty: a negative index counts from the end. Let it start at 0 at the least, with `max(0, …)`.",
    ),
    Misconception(
        "window_is_shifted",
        any_of(like(leaves_itself_out), like(looks_ahead), like(one_too_many)),
        "Your readings are not the right ones. Take the reading at the place itself and those before it, `size` together, and none that comes later.",
    ),
    Misconception(
        "too_low_does_not_count",
        all_of(MEAN_IS_RIGHT, behaves_like("far_places", high_alone, [(HIGH, 3, 10), (LOW, 3, 10)])),
        "A reading that is far too low is not found. The distance is never negative: use `abs`.",
    ),
    Misconception(
        "far_places_gives_something_else",
        all_of(
            MEAN_IS_RIGHT,
            any_of(
                behaves_like("far_places", far_values, [(HIGH, 3, 10), (LOW, 3, 10)]),
                behaves_like("far_places", counts_far, [(HIGH, 3, 10), (LOW, 3, 10)]),
                behaves_like("far_places", counts_from_one, [(HIGH, 3, 10), (LOW, 3, 10)]),
            ),
        ),
        "`far_places` gives back something else than places. A place is the index of the reading, counted from 0.",
    ),
    Misconception(
        "comparison_turned_round",
        all_of(MEAN_IS_RIGHT, behaves_like("far_places", near_places, [(HIGH, 3, 10), (LOW, 3, 10)])),
        "You collect the readings that are near the mean. Look at the direction of your comparison.",
    ),
    Misconception(
        "gives_the_count",
        behaves_like("faulty_sensor", far_alone, [(ORCHARD, 5, 12)]),
        "`faulty_sensor` gives back how many far places there are. Give back the name of the sensor that has them.",
    ),
    Misconception(
        "blames_the_first",
        behaves_like("faulty_sensor", first_with_any, [(ORCHARD, 5, 12), (HONEST, 5, 12)]),
        "You name the first sensor that has a far place. One jump is no proof: look for the sensor with the most.",
    ),
    Misconception(
        "blames_the_highest",
        behaves_like("faulty_sensor", highest_mean, [(ORCHARD, 5, 12), (HONEST, 5, 12)]),
        "You name the sensor with the highest readings. Wet soil is no fault: count the far places of each sensor.",
    ),
    Misconception(
        "blames_somebody_always",
        behaves_like("faulty_sensor", always_somebody, [(ORCHARD, 5, 12), (HONEST, 5, 12)]),
        "When no sensor jumps, your function still names one. Give back `None` when there is no far place at all.",
    ),
)

LADDER = (
    "Call your three functions one by one, with three numbers that you can check in your head. Which function is the first one to go wrong?",
    "Each function uses the one before: means, then distances from these means, then a count for each sensor. And what does yours do at place 0, where there is only one reading?",
    "With `[10, 20, 60]` and a `size` of 2, the means are 10, 15 and 40. The last reading is 20 away from its mean: with a limit of 15 its place counts, with a limit of 25 it does not.",
)
