"""Text that Python cannot read, where Python says why: brackets, marks, colons, equals signs."""

import re
from typing import Final

from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations

_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}


def else_if(stop: Stop, say: Translations) -> Told | None:
    """`else if`, as other languages write."""
    found = re.match(r"(else\s+if|elseif|elsif)\b", stop.code)
    if not found:
        return None
    return Told(
        say("`{words}` is written in one word in Python.").format(words=found[1]),
        say("Write `elif …:`."),
    )


def no_colon(stop: Stop, say: Translations) -> Told | None:
    """A block without its colon."""
    head = re.match(r"(if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b", stop.code)
    lacking = stop.message == "invalid syntax" and head is not None and ":" not in stop.code
    if not stop.says(r"^expected ':'$") and not (lacking and head and _complete(stop.code, head[1])):
        return None
    word = head[1] if head else "if"
    return Told(
        say("The line with `{word}` lacks its colon.").format(word=word),
        say("Write `:` at the end of the line, before what belongs to it."),
    )


def _complete(code: str, word: str) -> bool:
    return word != "for" or bool(re.search(r"\bin\b", code))


def never_closed(stop: Stop, say: Translations) -> Told | None:
    """A bracket without its partner."""
    found = stop.says(r"'([(\[{])' was never closed")
    if not found:
        return None
    return Told(
        say("The bracket `{open}` is opened and never closed.").format(open=found[1]),
        say("Write `{close}` where it ends.").format(close=_CLOSING[found[1]]),
    )


def closed_only(stop: Stop, say: Translations) -> Told | None:
    """A closing bracket too many."""
    found = stop.says(r"unmatched '(.)'")
    if not found:
        return None
    return Told(
        say("The bracket `{close}` closes nothing: none is open here.").format(close=found[1]),
        say("Take it away, or open a bracket before it."),
    )


def closed_by_another(stop: Stop, say: Translations) -> Told | None:
    """`[1, 2)`."""
    found = stop.says(r"closing parenthesis '(.)' does not match opening parenthesis '(.)'")
    if not found:
        return None
    return Told(
        say("A bracket is opened with `{open}` and closed with `{close}`.").format(open=found[2], close=found[1]),
        say("Close it with `{close}`.").format(close=_CLOSING[found[2]]),
    )


def text_not_ended(stop: Stop, say: Translations) -> Told | None:
    """A text without its second mark."""
    if not stop.says(r"unterminated (?:triple-quoted )?f?-?string literal|unterminated .*string"):
        return None
    if re.search(r"\w'\w", stop.code):
        return Told(
            say("The text ends too early: an apostrophe inside it counts as its end."),
            say('Put double quotation marks around the whole text: `"…"`.'),
        )
    return Told(
        say("A text begins here, and its second quotation mark is missing."),
        say('Write the same mark at both ends of the text, on one line: `"…"`.'),
    )


def asks_with_one_sign(stop: Stop, say: Translations) -> Told | None:
    """`if x = 3`."""
    if not stop.says(r"Maybe you meant '=='") or not re.match(r"(if|elif|while|assert|return|print)\b", stop.code):
        return None
    return Told(
        say("One `=` gives a value; here the line asks whether two values are equal."),
        say("Write `==` to ask."),
    )


def gives_to_no_name(stop: Stop, say: Translations) -> Told | None:
    """`5 = x`."""
    if not stop.says(r"cannot assign to|cannot delete|illegal (?:target|expression)"):
        return None
    if stop.says(r"cannot assign to (True|False|None)"):
        return Told(
            say("This word belongs to Python and cannot be given another value."),
            say("Choose another name on the left of `=`."),
        )
    return Told(
        say("On the left of `=` stands something that is no name, so it cannot get a value."),
        say("Write the name on the left and the value on the right: `x = 5`. To ask whether they are equal, write `==`."),
    )


def print_without_brackets(stop: Stop, say: Translations) -> Told | None:
    """`print "hi"`."""
    found = stop.says(r"Missing parentheses in call to '(\w+)'")
    if not found:
        return None
    return Told(
        say("`{name}` is a function: what it gets stands in round brackets.").format(name=found[1]),
        say("Write `{name}(…)`.").format(name=found[1]),
    )


def no_comma(stop: Stop, say: Translations) -> Told | None:
    """Two values side by side."""
    if not stop.says(r"Perhaps you forgot a comma"):
        return None
    if "{" in stop.code and re.search(r"""["'\w]\s+["'\w]""", stop.code) and ":" not in stop.code:
        return Told(
            say("Between a key of a dictionary and its value a sign is missing."),
            say("Write a colon between them: `{code}`.").format(code='{"mint": 3}'),
        )
    return Told(
        say("Two values stand side by side with nothing between them."),
        say("Write a comma `,` between them, or a sign such as `+`."),
    )


def brackets_of_a_function(stop: Stop, say: Translations) -> Told | None:
    """`def f:`."""
    if not stop.says(r"^expected '\('$"):
        return None
    return Told(
        say("Behind the name of a function stand round brackets, even when there is nothing in them."),
        say("Write `def …():`."),
    )


def outside_of_its_place(stop: Stop, say: Translations) -> Told | None:
    """`return` outside a function, `break` outside a loop."""
    found = stop.says(r"'(return|yield|await|break|continue)' (?:outside|not properly in)")
    if not found:
        return None
    if found[1] in {"break", "continue"}:
        return Told(
            say("`{word}` stands outside a loop, where there is nothing to leave.").format(word=found[1]),
            say("Move it inside the `for` or `while`: four spaces further right."),
        )
    return Told(
        say("`{word}` stands outside a function.").format(word=found[1]),
        say("Move it inside the `def`: four spaces further right. To show a value, use `print(…)`."),
    )


def number_runs_into_letters(stop: Stop, say: Translations) -> Told | None:
    """`3apples`, `007`."""
    if stop.says(r"leading zeros"):
        return Told(say("A whole number does not begin with zeros in Python."), say("Leave the zeros at its beginning out."))
    if not stop.says(r"invalid (?:decimal|hexadecimal|octal|binary|imaginary) literal"):
        return None
    return Told(
        say("A number runs into letters here, and a name cannot begin with a digit."),
        say("Begin names with a letter: `apples3`. Between a number and a word put a sign or a space."),
    )


def order_of_inputs(stop: Stop, say: Translations) -> Told | None:
    """`f(a=1, 2)`."""
    if not stop.says(r"positional argument follows keyword|(?:non-default|without a default).*follows"):
        return None
    return Told(
        say("Between the brackets, inputs with `=` come after those without."),
        say("Move what has an `=` to the end."),
    )


def braces_of_a_text(stop: Stop, say: Translations) -> Told | None:
    """Braces of an f-string that are empty or not closed."""
    if not stop.says(r"^f-string"):
        return None
    return Told(
        say("In a text that begins with `f`, each `{open}` needs a name and a `{close}`.").format(open="{", close="}"),
        say("Write it like this: `{code}`.").format(code='f"{price} DH"'),
    )


def sign_of_no_use(stop: Stop, say: Translations) -> Told | None:
    """A sign that Python does not have, or a stray backslash."""
    found = stop.says(r"invalid (?:non-printable )?character '?(.)")
    if found:
        return Told(
            say("Python has no sign `{sign}` in code.").format(sign=found[1]),
            say("Take it away, or put it inside quotation marks if it belongs to a text."),
        )
    if not stop.says(r"after line continuation character"):
        return None
    return Told(
        say("A backslash `\\` stands outside a text, where it only ends a line."),
        say("To divide write `/`. A path of a file stands in quotation marks."),
    )


def try_alone(stop: Stop, say: Translations) -> Told | None:
    """`try` without `except`."""
    if not stop.says(r"expected 'except' or 'finally' block"):
        return None
    return Told(
        say("A `try` needs an `except` below it."),
        say("Write `except …:` below the block of `try`, with what to do in that case."),
    )
