"""Values that have the right kind but cannot be used."""

from ailab.explain.kinds import kind_word
from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations


def no_whole_number(stop: Stop, say: Translations) -> Told | None:
    """`int("abc")`."""
    found = stop.says(r"invalid literal for int\(\) with base \d+: (.+)$")
    if not found:
        return None
    what = say("`int` makes a whole number of a text, and `{text}` is not written as one.").format(text=found[1].replace("`", "'"))
    if found[1].strip("'\"").replace(".", "", 1).lstrip("-").isdigit():
        return Told(what, say("It has a decimal point: use `float(…)` instead."))
    return Told(what, say('Give it digits only, such as `int("12")`.'))


def no_number(stop: Stop, say: Translations) -> Told | None:
    """`float("abc")`, also deep inside a library."""
    found = stop.says(r"could not convert string to float: (.+)$")
    if not found:
        return None
    return Told(
        say("A number is needed, and the text `{text}` is not written as one.").format(text=found[1].replace("`", "'")),
        say('Write numbers with digits and a point, such as `"3.5"`; leave words and units out.'),
    )


def too_few_to_share(stop: Stop, say: Translations) -> Told | None:
    """More names on the left than values on the right."""
    found = stop.says(r"not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)")
    if not found:
        return None
    return Told(
        say("There are {names} names to fill, and only {values} values to share out.").format(names=found[1], values=found[2]),
        say("Write as many names as there are values. `print(…)` shows what is shared out."),
    )


def too_many_to_share(stop: Stop, say: Translations) -> Told | None:
    """More values on the right than names on the left."""
    found = stop.says(r"too many values to unpack \(expected (\d+)")
    if not found:
        return None
    return Told(
        say("There are more values to share out than the {names} names that are there.").format(names=found[1]),
        say("Write as many names as there are values. `print(…)` shows what is shared out."),
    )


def single_value_to_share(stop: Stop, say: Translations) -> Told | None:
    """`a, b = 5`."""
    found = stop.says(r"cannot unpack non-iterable (\w+) object")
    if not found:
        return None
    return Told(
        say("There are several names to fill, and on the other side stands {given}.").format(given=kind_word(found[1], say)),
        say("Write as many values as names, with commas between them: `a, b = 1, 2`."),
    )


def not_inside(stop: Stop, say: Translations) -> Told | None:
    """`remove` or `index` of something that is not there."""
    if not stop.says(r"not in list|not in deque|is not in list|substring not found|not in tuple"):
        return None
    return Told(
        say("What is looked for is not in there."),
        say("Ask first with `if … in …:`, and look at what is in there with `print(…)`."),
    )


def nothing_to_choose_from(stop: Stop, say: Translations) -> Told | None:
    """`max([])`."""
    found = stop.says(r"(max|min)\(\) (?:arg is an empty sequence|iterable argument is empty)")
    if not found:
        return None
    return Told(
        say("`{function}` chooses from values, and there are none here: it is empty.").format(function=found[1]),
        say("Look with `print(…)` why it is empty, or ask first with `if len(…) > 0:`."),
    )


def outside_of_mathematics(stop: Stop, say: Translations) -> Told | None:
    """The square root of a negative number."""
    if not stop.says(r"math domain error|expected a (?:nonnegative|positive) input"):
        return None
    return Told(
        say("This computation has no result for the number it got, such as a root of a number below zero."),
        say("Look at the number with `print(…)` before this line."),
    )


def not_fitted(stop: Stop, say: Translations) -> Told | None:
    """A model of scikit-learn asked before it was fitted."""
    found = stop.says(r"This (\w+) instance is not fitted yet")
    if not found:
        return None
    return Told(
        say("The model `{model}` has not been fitted to any examples yet.").format(model=found[1]),
        say("Call `.fit(…)` with your examples first, then ask for predictions."),
    )
