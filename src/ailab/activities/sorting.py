"""`sort_cards`: cards to be laid into boxes."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from ailab.activities.activity import Activity
from ailab.activities.mistakes import DIGITS, named_texts, no_answer, say
from ailab.activities.phrases import lists_words
from ailab.activities.written import answer_text
from ailab.lang import Language, library_translations


def sort_cards(
    name: str, cards: Mapping[str, str] | Sequence[str], boxes: Mapping[str, str] | Sequence[str], *, prompt: str = ""
) -> "CardSorter":
    """Show cards to be laid into two or more boxes.

    Parameters
    ----------
    name : str
        Name of the answer in the cell below, for instance `sorted_cards`.
    cards : dict of str
        What stands on each card, by its short name, in the order in which they lie there.
    boxes : dict of str
        What stands on each box, by its short name.
    prompt : str, optional
        What there is to do; a sentence of ours when left out.

    Returns
    -------
    CardSorter
        The cards; at the end of a cell they show themselves.

    Raises
    ------
    ActivityMisused
        When cards or boxes are no texts.

    Examples
    --------
    >>> table = sort_cards("sorted_cards", {"fan": "A fan", "map": "A route planner"}, {"ai": "AI", "not_ai": "Not AI"})
    >>> table.take({"ai": ["map"]})
    >>> table.value
    {'ai': ['map'], 'not_ai': []}
    """
    known = named_texts("sort_cards", "cards", cards)
    return CardSorter(name, prompt or say("Lay each card into a box."), known, named_texts("sort_cards", "boxes", boxes, DIGITS))


class CardSorter(Activity):
    """Cards and boxes; made by `sort_cards`."""

    kind: ClassVar[str] = "sort_cards"
    views: ClassVar[tuple[str, ...]] = ("lists.js", "dragging.js", "sorting.js")

    def __init__(self, name: str, prompt: str, cards: dict[str, str], boxes: dict[str, str]) -> None:
        """Begin with empty boxes."""
        self.cards, self.boxes = cards, boxes
        super().__init__(name, prompt)

    def empty(self) -> Any:
        """Return empty boxes."""
        return {box: [] for box in self.boxes}

    def fit(self, value: Any) -> Any:
        """Return all boxes with the cards in them, each card once."""
        laid = [card for cards in value.values() for card in cards]
        if not set(value) <= set(self.boxes) or not set(laid) <= set(self.cards) or len(set(laid)) < len(laid):
            raise no_answer(value, self.example())
        return {box: list(value.get(box, ())) for box in self.boxes}

    def example(self) -> str:
        """Return the first card in the first box."""
        return answer_text(self.name, {**self.empty(), next(iter(self.boxes)): list(self.cards)[:1]})

    def shown(self) -> Any:
        """Return each box as pairs of a card's name and 0."""
        return [[[card, 0] for card in cards] for cards in self.value.values()]

    def unshown(self, data: Any) -> Any:
        """Return the boxes that the front end holds."""
        return {box: [str(card) for card, _ in cards] for box, cards in zip(self.boxes, data, strict=True)}

    def scene_parts(self, language: Language) -> dict[str, Any]:
        """Return cards, boxes and words."""
        return {
            "pieces": [{"name": name, "label": text} for name, text in self.cards.items()],
            "lists": [{"name": name, "label": text} for name, text in self.boxes.items()],
            "labels": lists_words(language, code=False),
        }

    def said(self, language: Language) -> str:
        """Tell how many cards lie in a box."""
        count = sum(map(len, self.value.values()))
        say = library_translations(language)
        return say("Cards in a box: {count} of {all}").format(count=count, all=len(self.cards))

    def told(self, language: Language) -> list[str]:
        """Return cards and boxes."""
        say = library_translations(language)
        cards = (f"{name}. {text}" for name, text in self.cards.items())
        return [say("Cards:"), *cards, say("Boxes:"), *(f"{name}. {text}" for name, text in self.boxes.items())]

    def answer_told(self, language: Language) -> list[str]:
        """Return what lies in each box."""
        laid = self.value
        if not any(laid.values()):
            return []
        return [f"{text}: {', '.join(self.cards[card] for card in laid[box])}" for box, text in self.boxes.items()]
