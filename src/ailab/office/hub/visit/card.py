"""The driver's card: one sheet in three languages, for somebody who knows roads and not machines."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import segno

from ailab.lang import Language, Translations, library_translations
from ailab.office.paper import AMIRI, SYMBOLS, press

_HERE: Final = Path(__file__).parent
_ALWAYS: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A card says nothing of when it was printed: equal facts make equal bytes."""
_ICONS: Final = ("power", "waves", "page", "off", "help")
_TONGUES: Final[tuple[tuple[Language, str], ...]] = (("ar", "rtl"), ("fr", "ltr"), ("en", "ltr"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wifi:
    """The caravan's own Wi-Fi."""

    name: str
    password: str


def driver_card(*, address: str, wifi: Wifi | None = None, phone: str = "") -> bytes:
    """Return the card as PDF; what is not known is a line to write on.

    Parameters
    ----------
    address
        Of the hub, as guests type it, ending with a slash.

    Raises
    ------
    ExtraMissing
        When typst is not installed.
    SignLacking
        When no font has a sign of the Wi-Fi's name.
    """
    facts: Mapping[str, Any] = {
        "columns": [_column(language, direction) for language, direction in _TONGUES],
        "icons": {name: (_HERE / "assets" / f"{name}.svg").read_text(encoding="utf-8") for name in _ICONS},
        "wifi": {"name": wifi.name, "password": wifi.password, "qr": _qr(wifi_text(wifi))} if wifi else None,
        "page": {"address": f"{address}ready", "qr": _qr(f"{address}ready")},
        "phone": phone,
    }
    inputs = {"card": json.dumps(facts, ensure_ascii=False, sort_keys=True)}
    return press(_HERE / "card.typ", inputs, fonts=(AMIRI, SYMBOLS), standards=("a-3a", "ua-1"), at=_ALWAYS)


def wifi_text(wifi: Wifi) -> str:
    """Return what phones read as “join this Wi-Fi”."""
    return f"WIFI:T:WPA;S:{_escaped(wifi.name)};P:{_escaped(wifi.password)};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,":' else sign for sign in text)


def _column(language: Language, direction: str) -> dict[str, Any]:
    say = library_translations(language)
    return {
        "language": language,
        "direction": direction,
        "title": say("The driver’s card"),
        "steps": _steps(say),
        "name": say("Name:"),
        "password": say("Password:"),
        "phone": say("The office:"),
        "wifi_alt": say("QR code of the Wi-Fi"),
        "page_alt": say("QR code of the page"),
    }


def _steps(say: Translations) -> list[dict[str, Any]]:
    return [
        {
            "title": say("1. Power"),
            "lines": [
                say("Plug in the power strip, then the small computer, then the aerial of the Wi-Fi."),
                say("Press the button of the computer once. Wait three minutes."),
            ],
        },
        {"title": say("2. Wi-Fi"), "lines": [say("On your phone and on each machine, choose this name. No internet is needed.")]},
        {
            "title": say("3. Ready?"),
            "lines": [
                say("Open this page. A large ✔ and the word “Ready”: the children may come."),
                say("“Not ready yet”: read the line with ✘, wait, look again."),
            ],
        },
        {
            "title": say("4. Switch off"),
            "lines": [
                say("First the visit is ended at the desk. Then press the button once, and not for long."),
                say("With a keyboard: `ailab centre down`, then switch off."),
                say("Wait until the light is off. Only now pull the plugs; the strip comes last."),
            ],
        },
        {
            "title": say("When it does not work"),
            "lines": [
                say("No light: is the strip on, does the motor give power?"),
                say("No page: is your phone in this Wi-Fi? If so, do 4, wait a little, do 1."),
                say("Hot, wet, a smell: everybody goes away, pull the main plug, touch nothing."),
            ],
        },
    ]


def _qr(text: str) -> str:
    drawn = BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", scale=4, border=2, xmldecl=False, light="#fff")
    return drawn.getvalue().decode()
