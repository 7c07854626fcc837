"""Kinds of values in a learner's words."""

from ailab.lang import Translations


def kind_word(kind: str, say: Translations) -> str:
    """Return "a text" for "str", and so on; a kind without a word of its own stays code."""
    words = {
        "str": say("a text"),
        "int": say("a whole number"),
        "float": say("a decimal number"),
        "bool": say("`True` or `False`"),
        "list": say("a list"),
        "tuple": say("a tuple"),
        "dict": say("a dictionary"),
        "set": say("a set"),
        "range": say("a `range`"),
        "NoneType": say("`None`, which means no value"),
        "function": say("a function"),
        "builtin_function_or_method": say("a function"),
        "method": say("a function"),
        "type": say("a type"),
        "module": say("a module"),
    }
    return words.get(kind, f"`{kind}`")
