"""Hidden cases of fit_predict_score."""

from random import Random

from ailab.checks import Case, use

DONE = ("test_part", "fitted_on_training")
# Training fruits that five neighbors would outvote: one neighbor gives back their own names.
LONELY = (([21.6, 20.0], "olive"), ([18.8, 19.7], "argan"), ([22.6, 19.4], "olive"), ([22.9, 18.1], "argan"))


def cases(seed):
    random = Random(seed)
    olives = [([_near(random, 21.0), _near(random, 13.5)], "olive") for _ in range(3)]
    argan_nuts = [([_near(random, 25.5), _near(random, 22.0)], "argan") for _ in range(3)]
    return (
        _predicts("new_fruits", olives + argan_nuts, random),
        _predicts("one_neighbor", list(LONELY), random, needs=DONE),
        Case("training_size", use("model", "n_samples_fit_"), 90, weight=2),
    )


def _predicts(name, fruits, random, *, needs=()):
    drawn = sorted(fruits, key=lambda _: random.random())
    return Case(name, use("model", "predict", [point for point, _ in drawn]), [label for _, label in drawn], needs=needs, weight=2)


def _near(random, middle):
    return round(middle + random.random() - 0.5, 1)
