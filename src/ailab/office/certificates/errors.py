"""What this room says no to.

    AilabError
    ├── FactsInvalid          records that contradict themselves or each other
    ├── PolicyInvalid         a policy file that can't be used, with file, line and remedy
    ├── NameUnprintable       a name that would not stand on paper as its bearer writes it
    └── NotAwarded            a certificate asked for from a decision that grants none

All of them are for operators: a learner reads explain.py.
"""

from ailab.errors import AilabError


class FactsInvalid(AilabError):
    """Records contradict themselves or each other; no decision is safe on them."""


class PolicyInvalid(AilabError):
    """A policy file cannot be used; the text says where, what and what helps."""


class NameUnprintable(AilabError):
    """A name can't be printed as given; the text says which signs and what helps."""


class NotAwarded(AilabError):
    """The decision grants no certificate."""
