"""Exceptions of ailab.

AilabError                     anything ailab says no to
├── CourseUnreadable           no course where one was expected
├── UnknownName                a name nobody knows, with the nearest known one
├── CheckBroken                a check file is wrong: the author's business, never the learner's
├── Refused                    the outside said no: port, disk, rights, a missing program
└── ExtraMissing               a command whose optional dependencies are not installed
"""

from collections.abc import Iterable
from difflib import get_close_matches


class AilabError(Exception):
    """Base of everything ailab raises on purpose; its text is fit to be shown."""


class CourseUnreadable(AilabError):
    """There is no readable course at the path given."""


class CheckBroken(AilabError):
    """A check file cannot be used; the learner's work is not to blame."""


class Refused(AilabError):
    """Something outside ailab refused, and the text says what and what helps."""


class UnknownName(AilabError):
    """A name that nobody knows."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Say which kind of thing was looked for, what was given and what there is."""
        self.what, self.name, self.known = what, name, tuple(sorted(known))
        near = get_close_matches(name, self.known, n=1)
        hint = f" Did you mean '{near[0]}'?" if near else f" Known: {', '.join(self.known) or 'none'}."
        super().__init__(f"Unknown {what} '{name}'.{hint}")


class ExtraMissing(AilabError):
    """A command needs an optional part of ailab."""

    def __init__(self, extra: str, module: str) -> None:
        """Name the extra to install and the module that was looked for."""
        super().__init__(f"This command needs '{module}'. Install it with: pip install 'ailab[{extra}]'")
