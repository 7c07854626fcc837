"""Visible cases of tell_city_from_chart."""

from ailab.checks import Case, Misconception, Outcome

TOWNS = {"harbor": "c", "mountain": "b", "oasis": "a", "plain": ""}
CHARTS = "abc"


def laid(answer, town):
    """Return the charts that lie at a town; what is no box is empty."""
    boxes = answer.read("cities").value
    charts = boxes.get(town, ()) if isinstance(boxes, dict) else ()
    return list(charts) if isinstance(charts, list | tuple | set | str) else []


def each_once(answer):
    """Ask whether each chart lies at one town, and no town has two."""
    charts = [laid(answer, town) for town in TOWNS]
    return Outcome(value=sorted(map(str, sum(charts, []))) == list(CHARTS) and all(len(box) <= 1 for box in charts))


def is_at(chart, town):
    """Return a case's question and its judge; an expected value would stand on the screen."""
    return {"ask": lambda answer: Outcome(value=laid(answer, town) == [chart]), "accept": lambda outcome: outcome.value}


CASES = (
    Case("each_once", each_once, accept=lambda outcome: outcome.value, label="Each chart lies at one town"),
    Case("mountain", **is_at("b", "mountain"), label="Your reading of chart B", needs=("each_once",)),
)


def lies(chart, town):
    return lambda answer: chart in laid(answer, town)


def is_not_laid(answer):
    return any(not any(chart in laid(answer, town) for town in TOWNS) for chart in CHARTS)


def lies_twice(answer):
    return any(sum(laid(answer, town).count(chart) for town in TOWNS) > 1 for chart in CHARTS)


def shares_a_town(answer):
    return any(len(laid(answer, town)) > 1 for town in TOWNS)


MISCONCEPTIONS = (
    Misconception(
        "is_not_laid",
        is_not_laid,
        "A chart lies nowhere yet. Lay A, B and C at one town each.",
    ),
    Misconception(
        "lies_twice",
        lies_twice,
        "A chart lies at two towns. Each chart belongs to one town only.",
    ),
    Misconception(
        "shares_a_town",
        shares_a_town,
        "Two charts lie at the same town. Each town has one chart at most.",
    ),
    Misconception(
        "sees_tall_bars_only",
        lies("a", "harbor"),
        "The bars of chart A look tall. Read the numbers at its side: how much rain is that?",
    ),
    Misconception(
        "puts_much_rain_into_the_oasis",
        lambda answer: laid(answer, "oasis") in (["b"], ["c"]),
        "The oasis never has more than 10 millimeters in a month. How high does the axis of this chart go?",
    ),
    Misconception(
        "overlooks_the_dry_summer",
        lies("c", "mountain"),
        "In the mountains rain falls in each month. Look at months 7 and 8 of chart C.",
    ),
    Misconception(
        "overlooks_the_wet_summer",
        lies("b", "harbor"),
        "At the harbor not a drop falls in month 7. Look at month 7 of chart B.",
    ),
    Misconception(
        "takes_little_for_much",
        lies("a", "mountain"),
        "The mountain town has rain in each month. Chart A has two months without a bar.",
    ),
    Misconception(
        "takes_december_for_october",
        lies("c", "plain"),
        "On the plain the tallest bar stands above month 10. Above which number stands the tallest bar of chart C?",
    ),
    Misconception(
        "takes_april_for_october",
        lies("b", "plain"),
        "On the plain the tallest bar stands above month 10. Where is the tallest bar of chart B?",
    ),
    Misconception(
        "is_not_sure_of_the_oasis",
        lies("a", "plain"),
        "Chart A has its tallest bar above month 12, and it shows only 8 millimeters of rain. Which town is that dry?",
    ),
)

LADDER = (
    "Put a finger on the tallest bar of one chart. Above which month does it stand, and how many millimeters is it?",
    "Three questions help: which month has most, which months have none, how high do the numbers at the side go?",
    "Another chart: its tallest bar stands above month 10, and months 7 and 8 are empty. This is the town on the plain.",
)
