"""Visible cases of fit_predict_score."""

from ailab.checks import Case, Misconception, Outcome, read, use

# Test fruits whose nearest training fruit is of the other kind: a model that was given them predicts their own names.
TELLTALE = ([23.1, 17.6], [21.5, 19.0], [21.2, 19.7], [23.1, 17.1])
FROM_TRAINING = ["argan", "olive", "olive", "argan"]
OWN_NAMES = ["olive", "argan", "argan", "olive"]
HONEST = 26 / 30
PREDICTED = use("model", "predict", [list(point) for point in TELLTALE])


def parts(answer):
    """Ask for the test part: measures and names together."""
    points, names = answer.read("X_test"), answer.read("y_test")
    if points.error or names.error:
        return points if points.error else names
    return Outcome(value=[points.value, names.value])


def is_test_part(outcome):
    # The sums of these 30 fruits; no other draw has them.
    if outcome.error:
        return False
    points, names = outcome.value
    lengths, widths = sum(point[0] for point in points), sum(point[1] for point in points)
    return len(points) == len(names) == 30 and names.count("olive") == 17 and abs(lengths - 665.1) < 0.01 and abs(widths - 514.3) < 0.01


def accept_test_part(outcome):
    try:
        return is_test_part(outcome)
    except (TypeError, IndexError, AttributeError):
        return False


def holds(value):
    return lambda outcome: not outcome.error and outcome.value == value


def is_honest(outcome):
    return not outcome.error and isinstance(outcome.value, float) and abs(outcome.value - HONEST) < 1e-9


CASES = (
    Case("test_part", parts, accept=accept_test_part, label="A quarter of the fruits waits for the exam"),
    Case(
        "fitted_on_training",
        PREDICTED,
        accept=holds(FROM_TRAINING),
        label="The model was given the training part alone",
        weight=2,
        needs=("test_part",),
    ),
    Case(
        "score",
        read("score"),
        accept=is_honest,
        label="The score on the test part",
        weight=3,
        needs=("test_part", "fitted_on_training"),
    ),
)


def sizes(answer):
    return [len(answer.read(name).value) for name in ("X_train", "X_test", "y_train", "y_test")]


def score_of(answer):
    return answer.read("score").value


def is_swapped(answer):
    return sizes(answer) == [30, 90, 30, 90]


def has_other_size(answer):
    return sizes(answer)[1] != 30


def is_other_draw(answer):
    return sizes(answer) == [90, 30, 90, 30] and not accept_test_part(parts(answer))


def is_fitted_on_everything(answer):
    return answer.use("model", "n_samples_fit_").value == 120 or holds(OWN_NAMES)(PREDICTED(answer))


def has_other_k(answer):
    return answer.use("model", "n_neighbors").value != 1


def is_scored_on_training(answer):
    return score_of(answer) == 1.0


def is_no_share(answer):
    value = score_of(answer)
    return not isinstance(value, float) or value > 1


def is_rounded(answer):
    return 0 < abs(score_of(answer) - HONEST) < 0.05


MISCONCEPTIONS = (
    Misconception(
        "swapped_parts",
        is_swapped,
        "Training and test part have changed places: only 30 fruits are left for training. Look at the order of the four names.",
    ),
    Misconception(
        "other_size",
        has_other_size,
        "The exam does not hold a quarter of the fruits. Look at `test_size`.",
    ),
    Misconception(
        "other_draw",
        is_other_draw,
        "Your test part holds other fruits than everybody's. Say which draw you want, with `random_state`.",
    ),
    Misconception(
        "fitted_on_everything",
        is_fitted_on_everything,
        "Your model was given exam fruits too, so it stores their names. Look at what stands in the brackets of `fit`.",
    ),
    Misconception(
        "other_k",
        has_other_k,
        "Your model asks another number of neighbors. The task says `n_neighbors=1`.",
    ),
    Misconception(
        "scored_on_training",
        is_scored_on_training,
        "Your score is 1.0: the exam was held with fruits that the model was given. Give `score` the test part.",
    ),
    Misconception(
        "score_is_no_share",
        is_no_share,
        "`score` has to be one number from 0 to 1: what `model.score` gives back, unchanged.",
    ),
    Misconception(
        "score_is_rounded",
        is_rounded,
        "Your score is near, but its last digits are gone. Do not round: keep what `model.score` gives back.",
    ),
)

LADDER = (
    "Follow the fruits through your lines, from the split to the score. Which ones go into `fit`, which ones into `score`?",
    "In `fit` and in `score` stand two things each: measures, and the names that belong to them. Do yours come from the same part?",
    "Of 20 questions, a class practices 15, and the teacher keeps 5 for the exam. Asking the 15 again would only show who has a good memory.",
)
