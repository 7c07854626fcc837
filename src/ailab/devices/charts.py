"""Small charts as SVG, written by hand: a line, a strip of on and off. Same values, same bytes.

No script, no font and no address in them, so that they are shown wherever an image is: feedback pages, untrusted
notebooks, a phone without network.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from ailab.lang import Language, decimal_text

_INK, _SOFT, _LINE, _ON = "#1f2328", "#6e7781", "#0b5394", "#0b5394"
_MOST_POINTS: Final = 480
_TITLE: Final = 18
_LEFT: Final = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where a chart stands in its picture."""

    x: float
    y: float
    width: float
    height: float
    language: Language = "en"


def svg(width: int, height: int, parts: Sequence[str], title: str, language: Language) -> str:
    """Return a whole picture on white ground, with words for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="12" role="img" lang="{language}">'
        f"<title>{escape(title)}</title>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>'
    )


def image(picture: str, words: str) -> str:
    """Return the picture as an `<img>`: images are shown where scripts and drawings are not."""
    data = b64encode(picture.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(words)}" style="max-width:100%;height:auto">'


def title(frame: Frame, text: str) -> str:
    """Return a line of text above a chart, at the side where its reader begins."""
    if frame.language == "ar":
        return f'<text x="{_n(frame.x + frame.width)}" y="{_n(frame.y + 12)}" direction="rtl" fill="{_INK}">{escape(text)}</text>'
    return f'<text x="{_n(frame.x)}" y="{_n(frame.y + 12)}" fill="{_INK}">{escape(text)}</text>'


def line_chart(
    frame: Frame, text: str, values: Sequence[float], *, marks: Sequence[float] = (), limits: tuple[float, float] | None = None
) -> str:
    """Return a line with its lowest and highest value written beside it; `marks` are shares of the width."""
    shown = values[:: max(1, -(-len(values) // _MOST_POINTS))]
    low, high = limits or ((min(values), max(values)) if values else (0.0, 0.0))
    top, bottom = frame.y + _TITLE + 4, frame.y + frame.height
    left, right = frame.x + _LEFT, frame.x + frame.width
    height, span = bottom - top, (high - low) or 1.0
    points = " ".join(
        f"{_n(left + (right - left) * place / max(1, len(shown) - 1))},{_n(bottom - height * ((value - low) / span if high > low else 0.5))}"
        for place, value in enumerate(shown)
    )
    # One value makes no line yet.
    dot = f'<circle cx="{_n(left)}" cy="{_n((top + bottom) / 2)}" r="2.5" fill="{_LINE}"/>' if len(shown) == 1 else ""
    days = "".join(f'<path d="M{_n(left + (right - left) * mark)} {_n(top)}V{_n(bottom)}" stroke="#d0d7de"/>' for mark in marks)
    return (
        f'{title(frame, text)}{days}<path d="M{_n(left)} {_n(top)}V{_n(bottom)}H{_n(right)}" stroke="{_SOFT}" fill="none"/>'
        f"{_number(left, top + 9, high, frame.language)}{_number(left, bottom, low, frame.language) if high > low else ''}"
        f'<polyline points="{points}" fill="none" stroke="{_LINE}" stroke-width="1.5"/>{dot}'
    )


def strip(frame: Frame, text: str, on: Sequence[bool]) -> str:
    """Return a band that is filled where something was on."""
    top, left = frame.y + _TITLE, frame.x + _LEFT
    width, height = frame.width - _LEFT, frame.height - _TITLE
    bars = "".join(
        f'<rect x="{_n(left + width * start / len(on))}" y="{_n(top)}" width="{_n(max(1.0, width * (end - start) / len(on)))}" '
        f'height="{_n(height)}" fill="{_ON}"/>'
        for start, end in _spans(on)
    )
    frame_line = f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{_n(height)}" fill="none" stroke="{_SOFT}"/>'
    return f"{title(frame, text)}{frame_line}{bars}"


def _spans(on: Sequence[bool]) -> list[tuple[int, int]]:
    """Return start and end of each stretch of True."""
    spans: list[tuple[int, int]] = []
    for place, value in enumerate(on):
        if not value:
            continue
        if spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return spans


def _number(x: float, y: float, value: float, language: Language) -> str:
    text = f"{value:.0f}" if abs(value) >= 1000 else decimal_text(value, language)
    return f'<text x="{_n(x - 4)}" y="{_n(y)}" text-anchor="end" font-size="11" fill="{_SOFT}">{text}</text>'


def _n(number: float) -> str:
    return f"{round(number, 1):g}"
