"""Spaces at the beginning of lines."""

from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations


def nothing_indented(stop: Stop, say: Translations) -> Told | None:
    """A line with a colon, and nothing set in below it."""
    found = stop.says(r"expected an indented block(?: after (?:'(\w+)' statement|(\w+) definition)(?: on line (\d+))?)?")
    if not found:
        return None
    word = found[1] or {"function": "def", "class": "class"}.get(found[2] or "", "")
    if word:
        what = say("What belongs to `{word}` stands below it, moved to the right; here nothing is.").format(word=word)
    else:
        what = say("What belongs to a line with `:` stands below it, moved to the right; here nothing is.")
    return Told(what, say("Put four spaces at the beginning of the line below the colon."))


def indented_for_no_reason(stop: Stop, say: Translations) -> Told | None:
    """Spaces where no block begins."""
    if not stop.says(r"unexpected indent"):
        return None
    return Told(
        say("This line begins further right than the one before it, and no block begins here."),
        say("Take away the spaces at its beginning. Or does the line above lack its `:`?"),
    )


def back_to_nowhere(stop: Stop, say: Translations) -> Told | None:
    """A line that goes back to a place where no line stands."""
    if not stop.says(r"unindent does not match"):
        return None
    return Told(
        say("This line begins at a place where no line above it begins."),
        say("Let lines of one block begin with the same number of spaces: 4, 8, 12 …"),
    )


def tabs_and_spaces(stop: Stop, say: Translations) -> Told | None:
    """Tabs mixed with spaces."""
    if not stop.says(r"inconsistent use of tabs"):
        return None
    return Told(
        say("Some lines here begin with tabs and others with spaces; they only look the same."),
        say("Take away what stands at the beginning of this line, and type four spaces for each step."),
    )
