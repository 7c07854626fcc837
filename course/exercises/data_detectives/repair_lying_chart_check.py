"""Visible cases of repair_lying_chart: the axes that the chart is drawn on are measured, no picture is looked at."""

from ailab.checks import Case, Misconception, call

VOTES = [52, 50, 49]
MANY = [310, 295, 305]


def chart(values):
    return call("measured", values)


def axis(outcome):
    """Return where the axis begins and ends, and whether it goes up in equal steps; nothing when the chart stops."""
    facts = outcome.value if isinstance(outcome.value, dict) and not outcome.error else {}
    return facts.get("begin", 1), facts.get("end", 0), facts.get("scale") == "linear"


def begins_at_zero(outcome):
    begin, end, is_linear = axis(outcome)
    return begin == 0 < end and is_linear


def shows_the_bars(values):
    """Accept a chart whose bars are as tall as the values, with nothing cut off and not too much air."""

    def accept(outcome):
        _, end, _ = axis(outcome)
        return begins_at_zero(outcome) and heights(outcome) == values and max(values) <= end <= 2 * max(values) + 1e-9

    return accept


def heights(outcome):
    return outcome.value.get("heights") if isinstance(outcome.value, dict) else None


CASES = (
    Case("zero", chart(VOTES), accept=begins_at_zero, label="The axis of the poster begins at zero"),
    Case("bars", chart(VOTES), accept=shows_the_bars(VOTES), label="Its three bars show 52, 50 and 49 votes", needs=("zero",)),
    Case("many", chart(MANY), accept=shows_the_bars(MANY), label="The chart fits a large school: 310, 295 and 305 votes"),
)


def stops(answer):
    return bool(chart(VOTES)(answer).error)


def has_no_bars(answer):
    return not heights(chart(VOTES)(answer))


def changes_the_bars(answer):
    return heights(chart(VOTES)(answer)) != VOTES


def hides_the_numbers(answer):
    return not chart(VOTES)(answer).value["numbers"]


def is_upside_down(answer):
    begin, end, _ = axis(chart(VOTES)(answer))
    return begin > end


def has_unequal_steps(answer):
    return not axis(chart(VOTES)(answer))[2]


def begins(low, high):
    return lambda answer: low <= axis(chart(VOTES)(answer))[0] <= high


def cuts_all_bars_off(answer):
    return axis(chart(VOTES)(answer))[1] < max(VOTES)


def has_much_air(answer):
    return axis(chart(VOTES)(answer))[1] > 2 * max(VOTES)


def fits_this_school_only(answer):
    return not shows_the_bars(MANY)(chart(MANY)(answer)) and shows_the_bars(VOTES)(chart(VOTES)(answer))


MISCONCEPTIONS = (
    Misconception(
        "stops",
        stops,
        "The chart cannot be drawn. Read the message above: which line stops, and at which word?",
    ),
    Misconception(
        "has_no_bars",
        has_no_bars,
        "The bars are gone. Keep the line with `ax.bar`, and change only the axis.",
    ),
    Misconception(
        "changes_the_bars",
        changes_the_bars,
        "The bars no longer show the votes. The numbers were right: only the axis fools the eye.",
    ),
    Misconception(
        "hides_the_numbers",
        hides_the_numbers,
        "The numbers at the side are hidden. Then nobody can see how large the bars are: show them.",
    ),
    Misconception(
        "is_upside_down",
        is_upside_down,
        "The axis is upside down. First comes the number below, then the number above.",
    ),
    Misconception(
        "has_unequal_steps",
        has_unequal_steps,
        "The steps of the axis are not equal. Leave the scale as it was.",
    ),
    Misconception(
        "keeps_the_trick",
        begins(48, 52),
        "The axis still begins near the top of the bars, so we see only their tips. Where should a bar begin?",
    ),
    Misconception(
        "begins_a_bit_lower",
        begins(1e-9, 48),
        "The axis begins lower, but not low enough. A bar for no votes at all must have no height.",
    ),
    Misconception(
        "begins_below_zero",
        begins(-1e9, -1e-9),
        "The axis begins below zero. There are no votes below zero: let it begin where the bars begin.",
    ),
    Misconception(
        "cuts_all_bars_off",
        cuts_all_bars_off,
        "The tallest bar is cut off. The axis has to end above it.",
    ),
    Misconception(
        "has_much_air",
        has_much_air,
        "The bars are squeezed at the bottom, so all of them look alike. Let the axis end a little above the tallest bar.",
    ),
    Misconception(
        "fits_this_school_only",
        fits_this_school_only,
        "The poster is honest now. But with other votes the end of the axis does not fit: let it depend on the largest number.",
    ),
)

LADDER = (
    "Put your finger where the axis begins. Which number stands there, and what would a bar of no votes look like?",
    "Two numbers decide how tall a bar looks: where the axis begins, and where it ends. The second one depends on the votes.",
    "For plants of 30, 34 and 36 centimeters, an axis from 0 to 40 is honest. For plants ten times as tall it would end at 400.",
)
