"""Visible cases of repair_training_data."""

from ailab.checks import Case, Misconception, read

LONG = {"olive_a", "olive_b", "olive_c", "olive_d"}
ROUND = {"olive_e", "olive_f", "olive_g"}
SMALL = {"nut_a", "nut_b", "nut_c"}
LARGE = {"nut_d", "nut_e", "nut_f", "nut_g", "nut_h"}
OLIVES, NUTS = LONG | ROUND, SMALL | LARGE
PEBBLE = "pebble"
EACH = 4


def names_of(value):
    """Return the chosen names; what is no list of texts is empty."""
    names = list(value) if isinstance(value, list | tuple | set) else []
    return names if all(isinstance(name, str) for name in names) else []


def count(names, kind):
    return sum(name in kind for name in names)


def is_balanced(outcome):
    # The pebble is no fruit, whatever is written on it.
    names = names_of(outcome.value)
    olives, nuts = count(names, OLIVES), count(names, NUTS)
    return olives == nuts >= EACH and len(set(names)) == len(names) and set(names) <= OLIVES | NUTS | {PEBBLE}


CASES = (
    Case("balanced", read("chosen"), accept=is_balanced, label="As many olives as nuts, at least four of each"),
    Case(
        "no_pebble",
        read("chosen"),
        accept=lambda outcome: PEBBLE not in names_of(outcome.value),
        label="No pebble among the examples",
        needs=("balanced",),
    ),
)


def chosen(answer):
    return names_of(answer.read("chosen").value)


def takes(kind):
    return lambda answer: bool(kind & set(chosen(answer)))


def lacks(kind):
    return lambda answer: not kind & set(chosen(answer))


def olives_and_nuts(answer):
    return count(chosen(answer), OLIVES), count(chosen(answer), NUTS)


def names_strangers(answer):
    return not set(chosen(answer)) <= OLIVES | NUTS | {PEBBLE}


def takes_one_twice(answer):
    return len(set(chosen(answer))) < len(chosen(answer))


def takes_everything(answer):
    return set(chosen(answer)) >= OLIVES | NUTS


def has_more(more, fewer):
    def when(answer):
        counts = olives_and_nuts(answer)
        return counts[more] > counts[fewer]

    return when


MISCONCEPTIONS = (
    Misconception(
        "chooses_nothing",
        lambda answer: not chosen(answer),
        "Nothing is chosen yet. The model needs examples of both kinds.",
    ),
    Misconception(
        "names_strangers",
        names_strangers,
        'There is something in your list that does not lie on the tray. Write the names as they stand there, as in `"olive_a"`.',
    ),
    Misconception(
        "takes_one_twice",
        takes_one_twice,
        "One example is in your list twice. The same fruit tells the model nothing new: choose another one.",
    ),
    Misconception(
        "takes_everything",
        takes_everything,
        "You took the whole tray. More is not always better: leave out what spoils the balance.",
    ),
    Misconception(
        "takes_the_pebble",
        takes({PEBBLE}),
        "The pebble is still among the examples. It is no olive, whatever is written on it: leave it out.",
    ),
    Misconception(
        "takes_one_kind",
        lambda answer: 0 in olives_and_nuts(answer),
        "Now the model has examples of one kind only. Then it can predict nothing else: give it both kinds.",
    ),
    Misconception(
        "has_more_nuts",
        has_more(1, 0),
        "There are more nuts than olives. Add olives, or leave out some nuts.",
    ),
    Misconception(
        "has_more_olives",
        has_more(0, 1),
        "There are more olives than nuts. Add nuts, or leave out some olives.",
    ),
    Misconception(
        "has_too_few",
        lambda answer: min(olives_and_nuts(answer)) < EACH,
        "Olives and nuts are balanced, but there are few. Take at least four of each.",
    ),
    Misconception(
        "forgets_round_olives",
        lacks(ROUND),
        "Balanced, but all your olives look alike. Which group of olives has no example?",
    ),
    Misconception(
        "forgets_small_nuts",
        lacks(SMALL),
        "All your nuts are of one size. Small nuts lie near the round olives on the map: do they have examples?",
    ),
)

LADDER = (
    "Run the practice exam. Which group has the most ✘?",
    "A group with no example takes the name of its nearest neighbor, and that may be the wrong kind. Give each group two examples, then count olives and nuts.",
    "Another tray for mint and parsley: three young mint, three old mint, three young parsley, three old parsley. That is balanced, and no group is left out.",
)
