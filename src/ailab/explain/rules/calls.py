"""Calls: what is called, and what stands between the brackets."""

import ast
import inspect
import re

from ailab.explain.kinds import kind_word
from ailab.explain.near import BUILTINS, nearest
from ailab.explain.stop import Stop, Unknown
from ailab.explain.told import Told
from ailab.lang import Translations


def _short(name: str) -> str:
    return name.rsplit(".", 1)[-1]


def name_taken(stop: Stop, say: Translations) -> Told | None:
    """A function of Python whose name the learner gave to a value."""
    node = stop.piece()
    if not stop.says(r"is not callable") or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return None
    name = node.func.id
    if name not in BUILTINS:
        return None
    return Told(
        say("`{name}` is a function of Python, but the program has given this name to another value.").format(name=name),
        say("Choose another name for that value, then run `del {name}` once.").format(name=name),
    )


def not_callable(stop: Stop, say: Translations) -> Told | None:
    """Round brackets behind something that is no function."""
    found = stop.says(r"'(\w+)' object is not callable")
    if not found:
        return None
    return Told(
        say("Round brackets call a function, and in front of them stands {given}.").format(given=kind_word(found[1], say)),
        say("Is a sign missing before the bracket, such as `*` or `,`? One value of a list is taken out with `[ ]`."),
    )


def too_few(stop: Stop, say: Translations) -> Told | None:
    """A call that leaves something out."""
    found = stop.says(r"([\w.<>]+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: (.+)$")
    if not found:
        return None
    names = ", ".join(re.findall(r"'(\w+)'", found[2]))
    return Told(
        say("`{function}` was called without a value for `{names}`.").format(function=_short(found[1]), names=names),
        say("Write the missing value between the brackets: one for each name in the definition, with commas."),
    )


def builtin_too_few(stop: Stop, say: Translations) -> Told | None:
    """A function of Python called with too little or too much."""
    found = stop.says(
        r"(\w+)(?:\(\))? (?:takes exactly|expected|takes|expected at (?:least|most)) (\w+) (?:positional )?arguments? ?\(?.*?(\d+)"
    )
    if not found or stop.says(r"\(\) takes .* positional"):
        return None
    return Told(
        say("`{function}` got another number of values than it takes: {given} here.").format(function=found[1], given=found[3]),
        say("Look between the brackets: are all values there, and none too many? `help({function})` tells what it takes.").format(
            function=found[1]
        ),
    )


def too_many(stop: Stop, say: Translations) -> Told | None:
    """A call with more values than the function has names for."""
    found = stop.says(r"([\w.<>]+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)")
    if not found:
        return None
    name, taken, given = found.groups()
    what = say("Values that `{function}` takes between its brackets: {taken}. It got: {given}.").format(
        function=_short(name), taken=taken, given=given
    )
    if "." in name.replace("<locals>.", "") and int(given) == int(taken) + 1:
        return Told(what, say("A method also gets its own object: write `self` as the first name in the brackets of its `def`."))
    return Told(what, say("Leave out what is too much, or add a name for it between the brackets of `def`."))


def unknown_input(stop: Stop, say: Translations) -> Told | None:
    """A value given by a name that the function does not have."""
    found = stop.says(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'")
    other = stop.says(r"'(\w+)' is an invalid keyword argument for (\w+)\(\)")
    if not found and not other:
        return None
    function, name = found.groups() if found else (other[2], other[1])  # type: ignore[index]  # one of them matched
    what = say("`{function}` has no input called `{name}`.").format(function=function, name=name)
    near = nearest(name, _inputs(stop))
    if near:
        return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=near))
    return Told(what, say("Look at the definition of `{function}` for the names it takes.").format(function=function))


def _inputs(stop: Stop) -> list[str]:
    """Return the names that the called function takes; none when it does not say."""
    node = stop.piece()
    if not isinstance(node, ast.Call):
        return []
    try:
        return list(inspect.signature(stop.value(node.func)).parameters)
    except (TypeError, ValueError, Unknown):
        return []


def nothing_to_count(stop: Stop, say: Translations) -> Told | None:
    """`len` of a number."""
    found = stop.says(r"object of type '(\w+)' has no len\(\)")
    if not found:
        return None
    return Told(
        say("`len` counts what is in a list, a text or a dictionary; {given} has nothing to count.").format(given=kind_word(found[1], say)),
        say("Give `len` a list or a text. `len(str(…))` tells how many digits a number has."),
    )


def whole_number_wanted(stop: Stop, say: Translations) -> Told | None:
    """`range("5")` or `range(2.5)`."""
    found = stop.says(r"'(\w+)' object cannot be interpreted as an integer")
    if not found:
        return None
    return Told(
        say("A whole number is needed here, and it got {given}.").format(given=kind_word(found[1], say)),
        say("Turn it into a whole number with `int(…)`."),
    )


def not_a_number_text(stop: Stop, say: Translations) -> Told | None:
    """`int([1, 2])`."""
    found = stop.says(r"(int|float)\(\) argument must be a .* not '(\w+)'")
    if not found:
        return None
    return Told(
        say("`{function}` makes a number of a text or a number, and it got {given}.").format(
            function=found[1], given=kind_word(found[2], say)
        ),
        say("Give it one single value. Look with `print(…)` at what stands between the brackets."),
    )


def texts_wanted(stop: Stop, say: Translations) -> Told | None:
    """`join` over values that are no texts."""
    found = stop.says(r"sequence item \d+: expected str instance, (\w+) found")
    if not found:
        return None
    return Told(
        say("`join` puts texts together, and one of the values is {given}.").format(given=kind_word(found[1], say)),
        say("Turn every value into a text with `str(…)` first."),
    )
