"""Login cards: eight on a page, to be cut out and handed over; the only paper on which a secret ever stands."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ailab.errors import Refused
from ailab.lang import Language, as_language, library_translations
from ailab.office.centre.people.keys import NewSecret
from ailab.office.centre.people.pictures import picture_name
from ailab.office.paper import AMIRI, SYMBOLS, SignLacking, press

_TEMPLATE: Final = Path(__file__).resolve().parent / "cards.typ"


def login_cards(secrets: Sequence[NewSecret], *, address: str, centre: str, language: Language, at: datetime) -> bytes:
    """Return the cards as PDF, each in its owner's language.

    Parameters
    ----------
    secrets
        What add_learners, import_roster or reset_secret gave.
    address
        What is typed into a browser, with its http:// or https://.
    centre
        Name of the centre.
    language
        For who has none.
    at
        The instant the paper says it was made.

    Raises
    ------
    ExtraMissing
        When typst or segno is not installed.
    Refused
        When there is nobody to make a card for, or no font has a letter of a name.
    """
    if not secrets:
        raise Refused("There is no secret to print. Cards are made when secrets are: for new learners, and after a reset.")
    cards = [_card(secret, as_language(secret.language) or language) for secret in secrets]
    words = {"cards": cards, "address": _readable(address), "qr": _qr(address), "centre": centre, "language": language, "title": centre}
    try:
        return press(_TEMPLATE, {"words": json.dumps(words, ensure_ascii=False)}, fonts=(AMIRI, SYMBOLS), standards=("a-3a", "ua-1"), at=at)
    except SignLacking as error:
        raise Refused(f"No font has a sign for '{error.sign}'. Write this login or class in Arabic or Latin letters.") from None


def _card(secret: NewSecret, language: Language) -> dict[str, Any]:
    say = library_translations(language)
    label = {"pin": say("My code"), "pictures": say("My pictures, in this order"), "passphrase": say("My passphrase")}
    is_pictures = secret.kind == "pictures"
    return {
        "language": language,
        "group": secret.group,
        "name_label": say("My name here"),
        "name": secret.pseudonym,
        "secret_label": label[secret.kind],
        "secret": "" if is_pictures else secret.words(language),
        "is_long": secret.kind == "passphrase",
        "pictures": [{"slug": slug, "name": picture_name(slug, language)} for slug in secret.shown.split(",")] if is_pictures else [],
        "address_label": say("Open this page"),
        "qr_label": say("The address as a code for a camera"),
        "advice": say("This card is mine alone. I show it to nobody."),
    }


def _readable(address: str) -> str:
    """Return what somebody types: http:// need not be, https:// must be."""
    return address.removeprefix("http://").rstrip("/")


def _qr(address: str) -> str:
    """Return the address as a drawing for a camera."""
    import segno  # in the extra "centre"

    drawing: str = segno.make(address, error="m", micro=False).svg_inline(border=2, omitsize=True)
    return drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) if "xmlns" not in drawing else drawing
