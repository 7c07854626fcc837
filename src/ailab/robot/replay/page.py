"""One page that stands alone: a run to take home, on a phone, without a network."""

import json
from html import escape
from importlib.resources import files
from typing import Final

from ailab.lang import Language
from ailab.robot.replay.packed import packed
from ailab.robot.replay.twin import full_text
from ailab.robot.replay.words import title
from ailab.robot.trace import Outcome, Trace

_HERE: Final = files(__package__)
_STYLE: Final = "html{background:#f3e7cf}body{margin:0 auto;padding:.5rem;max-width:62rem}pre{white-space:pre-wrap}"
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"


def script() -> str:
    """Return the player's program: it defines `mount`."""
    return _HERE.joinpath("player.js").read_text(encoding="utf-8")


def style() -> str:
    """Return the player's style sheet."""
    return _HERE.joinpath("player.css").read_text(encoding="utf-8")


def stand_alone(trace: Trace, outcome: Outcome, language: Language) -> str:
    """Return the page of a run."""
    name = escape(title(trace.world, language))
    direction = "rtl" if language == "ar" else "ltr"
    run = json.dumps(packed(trace, outcome, language), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{name}</title>\n<style>\n{_STYLE}\n{style()}</style>\n</head>\n<body>\n"
        f'<main id="run"><h1>{name}</h1><pre>{escape(full_text(trace, outcome, language))}</pre></main>\n'
        f'<script type="application/json" id="packed">{run}</script>\n<script>\n{script()}'
        'mount(document.getElementById("run"), JSON.parse(document.getElementById("packed").textContent));\n</script>\n</body>\n</html>\n'
    )
