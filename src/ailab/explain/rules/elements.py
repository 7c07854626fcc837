"""Elements: places in lists, keys in dictionaries, and things that have no elements."""

import ast
from collections.abc import Mapping
from typing import Any

from ailab.explain.kinds import kind_word
from ailab.explain.near import nearest
from ailab.explain.stop import Stop, Unknown, shown
from ailab.explain.told import Told
from ailab.lang import Translations


def _held(stop: Stop) -> tuple[str, Any]:
    """Return the code and value of what `[ ]` was used on.

    Raises
    ------
    Unknown
        When the piece is no `….[…]`, or only running it would tell.
    """
    node = stop.piece()
    match node:
        case ast.Subscript(value=holder):
            pass
        case ast.Call(func=ast.Attribute(value=holder)):
            pass
        case _:
            raise Unknown
    return ast.unparse(holder), stop.value(holder)


def behind_the_end(stop: Stop, say: Translations) -> Told | None:
    """A place that a list or text does not have."""
    if not stop.says(r"^(?:list|string|tuple|range object|pop) index out of range"):
        return None
    try:
        name, holder = _held(stop)
        size = len(holder) if type(holder) in {list, str, tuple} else 0
    except Unknown:
        name, size = "", 0
    what = say("There is no element at this place: the list or text is shorter.")
    if size:
        text = say("`{name}` has {count} elements. The first has the place 0, the last the place {last}.")
        return Told(what, text.format(name=name, count=size, last=size - 1))
    return Told(what, say("Places are counted from 0. `len(…)` tells how many there are, and the last place is one less."))


def place_to_fill(stop: Stop, say: Translations) -> Told | None:
    """A value given to a place that does not exist yet."""
    if not stop.says(r"list assignment index out of range"):
        return None
    return Told(
        say("The list has no such place yet, so nothing can be put there."),
        say("Add a value at the end with `.append(…)`."),
    )


def empty_list(stop: Stop, say: Translations) -> Told | None:
    """`pop` from an empty list."""
    if not stop.says(r"pop from (?:an )?empty"):
        return None
    return Told(
        say("Nothing can be taken out: it is empty already."),
        say("Ask first with `if len(…) > 0:`."),
    )


def unknown_key(stop: Stop, say: Translations) -> Told | None:
    """A key that a dictionary, or a column that a table, does not have."""
    if not stop.error.args:
        return None
    key = stop.error.args[0]
    what = say("There is no key `{key}` here.").format(key=shown(key))
    known = _keys(stop)
    near = nearest(key, [word for word in known if isinstance(word, str)]) if isinstance(key, str) else None
    if near:
        return Told(what, say("Did you mean `{near}`? Write it with exactly these letters, capital or small.").format(near=shown(near)))
    if known:
        return Told(what, say("There are: {known}.").format(known=" · ".join(f"`{shown(word)}`" for word in known[:8])))
    return Told(what, say("Look at the keys with `print(.keys())`, or ask with `.get(…)`, which gives `None` when there is none."))


def _keys(stop: Stop) -> list[Any]:
    try:
        _, holder = _held(stop)
    except Unknown:
        return []
    if isinstance(holder, Mapping) or type(holder).__name__ == "DataFrame":
        return list(holder.keys())
    return []


def place_is_no_number(stop: Stop, say: Translations) -> Told | None:
    """`prices["mint"]` where prices is a list."""
    found = stop.says(r"(list|tuple|string) indices must be integers(?: or slices)?, not '?(\w+)'?")
    if not found:
        return None
    what = say("A place in a list or text is a whole number; here it is {given}.").format(given=kind_word(found[2], say))
    if found[2] == "float":
        return Told(what, say("Turn it into a whole number with `int(…)`, or divide with `//`."))
    return Told(what, say("Write a number, such as `[0]`. Words between `[ ]` are for dictionaries."))


def no_elements(stop: Stop, say: Translations) -> Told | None:
    """`[ ]` behind something that has no elements."""
    found = stop.says(r"'(\w+)' object is not subscriptable")
    if not found:
        return None
    if found[1] in {"function", "builtin_function_or_method", "method", "type"}:
        return Told(
            say("Square brackets take an element out of a list, and this is a function."),
            say("A function is called with round brackets: `( )`."),
        )
    return Told(
        say("Square brackets take an element out of a list, a text or a dictionary; here stands {given}.").format(
            given=kind_word(found[1], say)
        ),
        say("Look with `print(…)` at the value in front of the brackets: is it the list you meant?"),
    )


def cannot_be_changed(stop: Stop, say: Translations) -> Told | None:
    """An element of a text or tuple given a new value."""
    found = stop.says(r"'(\w+)' object does not support item (?:assignment|deletion)")
    if not found:
        return None
    what = say("One element cannot be changed here: this is {given}.").format(given=kind_word(found[1], say))
    if found[1] == "str":
        return Told(what, say("Make a new text, for instance with `.replace(…, …)`."))
    return Told(what, say("Use a list `[ ]`: its elements can be changed."))


def not_to_go_through(stop: Stop, say: Translations) -> Told | None:
    """`for i in 5`."""
    found = stop.says(r"'(\w+)' object is not iterable") or stop.says(r"argument of type '(\w+)' is not")
    if not found:
        return None
    return Told(
        say("A list, a text or a `range` has values one after the other; here stands {given}.").format(given=kind_word(found[1], say)),
        say("To repeat something five times, write `for i in range(5):`."),
    )


def no_key(stop: Stop, say: Translations) -> Told | None:
    """A list used as a key of a dictionary."""
    found = stop.says(r"unhashable type: '(\w+)'")
    if not found:
        return None
    return Told(
        say("A key of a dictionary or an element of a set cannot be {given}.").format(given=kind_word(found[1], say)),
        say("Use a text, a number, or a tuple with round brackets."),
    )
