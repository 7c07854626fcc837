"""The home page as records: what stands on it, in the reader's language."""

from dataclasses import dataclass

from ailab.lang import Language
from ailab.office.lab.folder import Kind
from ailab.office.lab.hand_in.send import Sending
from ailab.office.lab.progress import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One lesson or exercise on a card."""

    kind: Kind
    path: str
    """Relative to the learner's folder."""
    title: str
    link: str
    minutes: int
    time: str
    state: State
    mark: str
    """A shape, so that colour is not needed to read it."""
    word: str
    """What the mark means."""
    stars: str
    """Stars as shapes, or empty."""
    required: bool
    """Whether it is for everybody."""
    weight: str
    """In words: core, or for those who are ahead; empty where everything is for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One module."""

    slug: str
    title: str
    summary: str
    picture: str
    lessons: tuple[Item, ...]
    exercises: tuple[Item, ...]
    way: tuple[Item, ...]
    """Both, in the order in which they are best gone through."""
    done: int
    all: int
    """What everybody does."""
    progress: str
    """Both numbers in words."""
    left: str
    """The time that what is not done will take; empty when everything is done."""
    sending: Sending | None
    """None while there is nothing to send."""
    project: str = ""
    """Where the page of a learner's own project is made; empty where there is none to show."""
    due: str = ""
    """The agreed day in words; empty where there is none."""
    results: str = ""
    """Where what came back is read; empty before anything did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Where to go on."""

    words: str
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where one was last."""

    item: Item
    part: str
    """The heading above the cell, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One track."""

    title: str
    cards: tuple[Card, ...]
    next: Next | None
    """None when nothing is left to do."""
    here: Here | None = None
    """None when what one did last is done, or stands in another track."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to remember, with its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """What the page shows to who comes back after days."""

    did: tuple[Item, ...]
    """Worked on last, the latest first."""
    warm_up: Item | None
    """Something small that is done already."""
    recall: tuple[Question, ...]
    title: str
    """Of the module one was in."""
    idea: str
    next: Item | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One button of several, of which one is current."""

    value: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the home page."""

    language: Language
    direction: str
    arrow: str
    """It points to where the line goes on."""
    title: str
    languages: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    sections: tuple[Section, ...]
    forgets: bool
    """Whether this machine loses everything at the end (Binder)."""
    said: tuple[str, ...]
    trouble: str
    leave: str = ""
    """Where one logs out; empty where nobody logs in."""
    back: WayBack | None = None
    """None for who was here the other day."""
