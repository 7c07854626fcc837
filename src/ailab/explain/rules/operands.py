"""Signs between values of kinds that do not go together."""

from typing import Final

from ailab.explain.kinds import kind_word
from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations

_NUMBERS: Final = {"int", "float", "bool"}


def still_a_gap(stop: Stop, say: Translations) -> Told | None:
    """The `...` of an untouched answer took part in a computation."""
    if not stop.says(r"[Ee]llipsis"):
        return None
    return Told(
        say("There is still `...` in a place where your code goes."),
        say("Write your own code instead of `...`, run its cell, then run this one again."),
    )


def nothing_there(stop: Stop, say: Translations) -> Told | None:
    """A value is None: most often a function without `return`."""
    if not stop.says(r"'NoneType'|\bNoneType\b") or stop.says(r"argument must be"):
        return None
    return Told(
        say("One of the values here is `None`: there is no value to work with."),
        say("Look where it comes from: a function without `return` gives `None`, and so do `print(…)` and `.sort()`."),
    )


def joined(stop: Stop, say: Translations) -> Told | None:
    """`+` between a text and something else."""
    found = stop.says(r'can only concatenate (\w+) \(not "(\w+)"\) to') or stop.says(r"for \+=?: '(\w+)' and '(\w+)'")
    if not found:
        return None
    left, right = found.groups()
    what = say("`+` goes between two numbers, two texts or two lists; here it got {left} and {right}.").format(
        left=kind_word(left, say), right=kind_word(right, say)
    )
    if "list" in (left, right):
        return Told(what, say("To put one more value into a list, write `.append(…)`."))
    if "str" in (left, right) and {left, right} & _NUMBERS:
        return Told(what, say("Turn the number into a text with `str(…)`, or the text into a number with `int(…)`."))
    return Told(what, say("Look at both values with `print(…)` before this line."))


def not_between(stop: Stop, say: Translations) -> Told | None:
    """A sign that does not work between these two kinds."""
    found = stop.says(r"type\(s\) for (.+): '(\w+)' and '(\w+)'") or stop.says(
        r"'(.+)' not supported between instances of '(\w+)' and '(\w+)'"
    )
    if not found:
        return None
    sign, left, right = found.groups()
    what = say("`{sign}` does not work between {left} and {right}.").format(
        sign=sign, left=kind_word(left, say), right=kind_word(right, say)
    )
    return Told(what, _number_first(left, right, say))


def _number_first(left: str, right: str, say: Translations) -> str:
    if "str" in (left, right):
        return say("If the text holds a number, turn it into one with `int(…)` or `float(…)` first.")
    if "list" in (left, right):
        return say("Take one value out of the list, such as `[0]`, or go through it with `for`.")
    return say("Look at both values with `print(…)` before this line.")


def text_times_text(stop: Stop, say: Translations) -> Told | None:
    """`*` between a text or list and something that is no whole number."""
    found = stop.says(r"can't multiply sequence by non-int of type '(\w+)'")
    if not found:
        return None
    return Told(
        say("`*` repeats a text or a list a whole number of times; here it got {right}.").format(right=kind_word(found[1], say)),
        say("If the text holds a number, turn it into one with `int(…)` or `float(…)` first."),
    )


def sign_in_front(stop: Stop, say: Translations) -> Told | None:
    """A minus, or `abs`, in front of something that is no number."""
    found = stop.says(r"bad operand type for (?:unary )?(\S+): '(\w+)'")
    if not found:
        return None
    return Told(
        say("`{sign}` needs a number, and it got {given}.").format(sign=found[1], given=kind_word(found[2], say)),
        say("If the text holds a number, turn it into one with `int(…)` or `float(…)` first."),
    )
