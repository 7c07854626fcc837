"""Hidden cases of separate_train_and_test: what makes the exam a fair one, beyond being apart."""

from ailab.checks import Case, Outcome

APART = ("apart", "fruits_apart")


def cases(_seed):
    # The photos stand in the notebook, and two sides share a fruit or not, whatever the seed.
    return (
        Case("both_kinds", _has_both_kinds, True, weight=2, needs=APART),
        Case("enough_training", _has_enough_training, True, needs=APART),
    )


def _has_both_kinds(answer):
    test = _texts(answer.read("test").value)
    return Outcome(value={photo.partition("_")[0] for photo in test} == {"olive", "nut"})


def _has_enough_training(answer):
    train, test = (_texts(answer.read(name).value) for name in ("train", "test"))
    return Outcome(value=len(train) >= len(test))


def _texts(value):
    return [photo for photo in value if isinstance(photo, str)] if isinstance(value, list | tuple | set) else []
