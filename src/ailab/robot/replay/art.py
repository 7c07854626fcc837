"""Drawings: the robot, things, signs and floors as SVG, each around the point 0 0 and seen from above.

A shape never differs from another by its color alone: every color of the floor carries a mark of its own.
"""

from typing import Final

SAND, LINE, CLAY, CLAY_LIGHT, CLAY_DARK, INK, SEA = "#fff7e8", "#f0e2c6", "#cf8a5f", "#e3ae88", "#a9653e", "#2b3a4a", "#2b9fd9"

PAINTS: Final = {
    "black": "#33343d",
    "white": "#ffffff",
    "red": "#d7323f",
    "orange": "#f08a24",
    "yellow": "#f9cf4a",
    "green": "#2f9e5f",
    "blue": "#3277d5",
    "purple": "#8a52c0",
}
MARKS: Final = {
    "black": "M-9-9L9 9M-9 9L9-9",
    "white": "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
    "red": "M0-11L11 9H-11z",
    "orange": "M-9-9H9V9H-9z",
    "yellow": "M0-12L12 0L0 12L-12 0z",
    "green": "M0-11V11M-11 0H11",
    "blue": "M-12 5q6-14 12-5t12-5",
    "purple": "M-11 7L0-7L11 7M-11 0L0-14L11 0",
}
"""A line drawn on each color of the floor."""


def mark_color(color: str) -> str:
    """Return the color in which the mark of a paint is read well."""
    return "#6b4a00" if color == "yellow" else "#8b95a1" if color == "white" else "#ffffff"


ROBOT: Final = (
    # Wheels, with their treads.
    '<g fill="#39424e"><rect x="-34" y="-17" width="13" height="34" rx="6"/><rect x="21" y="-17" width="13" height="34" rx="6"/></g>'
    '<path d="M-34-8h6m-6 8h6m-6 8h6M34-8h-6m6 8h-6m6 8h-6" stroke="#77838f" stroke-width="2.5"/>'
    # A tail light on a spring, a nose in front.
    '<path d="M0 26v5" stroke="#39424e" stroke-width="4"/><circle cy="33" r="5" fill="#ffc53d" stroke="#c98a00" stroke-width="2"/>'
    '<path d="M-8-24L0-36L8-24z" fill="#ff9d2e" stroke="#c96a00" stroke-width="2" stroke-linejoin="round"/>'
    # A round body with a star on its back.
    f'<circle r="27" fill="{SEA}" stroke="#17699a" stroke-width="3"/>'
    '<path d="M-19 13A23 23 0 0 0 19 13A25 25 0 0 1-19 13z" fill="#17699a" opacity=".35"/>'
    '<path d="M0 3l2.6 5.4 5.9.7-4.4 4 1.2 5.9L0 16l-5.3 3 1.2-5.9-4.4-4 5.9-.7z" fill="#ffd86b"/>'
    # The face looks forward.
    '<circle cx="-17.5" cy="-1" r="4" fill="#ff9fae"/><circle cx="17.5" cy="-1" r="4" fill="#ff9fae"/>'
    '<path d="M-6-3q6 5 12 0" fill="none" stroke="#0f3c58" stroke-width="2.5" stroke-linecap="round"/>'
    '<g fill="#fff" stroke="#0f3c58" stroke-width="2"><circle cx="-9.5" cy="-14" r="8"/><circle cx="9.5" cy="-14" r="8"/></g>'
    '<g fill="#0f2a3d"><circle cx="-8.5" cy="-16" r="4.2"/><circle cx="8.5" cy="-16" r="4.2"/></g>'
    '<g fill="#fff"><circle cx="-7" cy="-17.5" r="1.4"/><circle cx="10" cy="-17.5" r="1.4"/></g>'
)

_KHATIM: Final = "M-{0}-{0}H{0}V{0}H-{0}zM0-{1}L{1} 0L0 {1}L-{1} 0z"

SHAPES: Final = {
    "date": (
        '<path d="M0-24q9 0 13 5" fill="none" stroke="#6a8f3c" stroke-width="4" stroke-linecap="round"/>'
        '<ellipse cx="-9" cy="4" rx="10" ry="16" transform="rotate(18-9 4)" fill="#8a4b22" stroke="#5c2e11" stroke-width="2.5"/>'
        '<ellipse cx="10" cy="4" rx="10" ry="16" transform="rotate(-18 10 4)" fill="#a5602e" stroke="#5c2e11" stroke-width="2.5"/>'
        '<path d="M-13-2q-2 6 0 11M7-3q-1 6 1 11" fill="none" stroke="#e0a671" stroke-width="2.5" stroke-linecap="round"/>'
    ),
    "olive": (
        '<path d="M2-14Q4-28 24-26Q20-12 2-14z" fill="#7fa34a" stroke="#4c6a26" stroke-width="2.5"/>'
        '<ellipse cy="6" rx="17" ry="19" fill="#5f7d2a" stroke="#3b5214" stroke-width="2.5"/>'
        '<circle cx="-1" cy="13" r="5" fill="#d0473a"/><path d="M-10-1q2-6 7-7" fill="none" stroke="#c7dc8f" stroke-width="3" stroke-linecap="round"/>'
    ),
    "parcel": (
        '<rect x="-23" y="-20" width="46" height="42" rx="4" fill="#d9a35f" stroke="#8f6228" stroke-width="3"/>'
        '<path d="M-23-3H23M0-20V22" stroke="#f4dcae" stroke-width="8"/>'
        '<path d="M0-20q-14-14-14-4q0 4 14 4q14 0 14-4q0-10-14 4z" fill="#d7323f" stroke="#8e1b26" stroke-width="2"/>'
    ),
    "battery": (
        '<rect x="-7" y="-29" width="14" height="8" rx="2" fill="#5b6672"/>'
        '<rect x="-17" y="-23" width="34" height="50" rx="6" fill="#3b4754" stroke="#232c36" stroke-width="2.5"/>'
        '<rect x="-12" y="-17" width="24" height="38" rx="3" fill="#8fdc6a"/>'
        '<path d="M3-13L-8 5H-1L-3 17L8-1H1z" fill="#fff" stroke="#2c6b1a" stroke-width="2" stroke-linejoin="round"/>'
    ),
    "palm": (
        '<ellipse cx="16" cy="35" rx="19" ry="4" fill="#d8b98a"/>'
        '<path d="M16 35Q22 14 15-9" fill="none" stroke="#a98456" stroke-width="8" stroke-linecap="round"/>'
        '<g fill="none" stroke="#c2a14f" stroke-width="6" stroke-linecap="round">'
        '<path d="M15-10Q1-18-4 2M15-10Q6-12 6 8M15-10Q30-18 35 2M15-10Q24-12 25 8M15-10Q11-22 4-22M15-10Q20-22 27-21"/></g>'
    ),
    "watered": (
        '<ellipse cx="16" cy="35" rx="20" ry="5" fill="#6d8f5a"/>'
        '<path d="M16 35Q22 14 15-12" fill="none" stroke="#8a5a2b" stroke-width="8" stroke-linecap="round"/>'
        '<g fill="#3fa34d" stroke="#1f6b32" stroke-width="2" stroke-linejoin="round">'
        '<path d="M15-14Q4-30-14-20Q-2-20 15-14zM15-14Q-2-20-12-2Q0-12 15-14zM15-14Q24-32 38-20Q27-20 15-14zM15-14Q32-18 38-1Q28-11 15-14z'
        'M15-14Q2-38 18-38Q15-28 15-14zM15-14Q8-8 10 4Q19-4 15-14zM15-14Q24-8 24 4Q15-4 15-14z"/></g>'
        '<circle cx="11" cy="-9" r="4" fill="#b5651d"/><circle cx="19" cy="-9" r="4" fill="#b5651d"/>'
        '<path d="M-24 26q-10-14 0-24q10 10 0 24z" transform="translate(0 6)" fill="#4cb4ee" stroke="#1b7db5" stroke-width="2.5"/>'
    ),
    "goal": (
        f'<path d="{_KHATIM.format(23, 32)}" fill="#1f9d8b" stroke="#0f6b5f" stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="{_KHATIM.format(13, 18)}" fill="#ffe3a1"/><circle r="7" fill="#1f9d8b"/>'
    ),
    "reached": (
        '<circle cx="26" cy="-26" r="14" fill="#1a8f43" stroke="#fff" stroke-width="3"/>'
        '<path d="M19-26l5 6 9-11" fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"/>'
    ),
    "bump": (
        '<path d="M0-17L4-7L13-13L9-3L19 0L9 4L13 13L4 8L0 18L-4 8L-13 13L-9 4L-19 0L-9-3L-13-13L-4-7z" '
        'fill="#ffd23f" stroke="#d9480f" stroke-width="3" stroke-linejoin="round"/>'
        '<path d="M0-7V2M0 6.500V7.5" stroke="#b5330a" stroke-width="4" stroke-linecap="round"/>'
    ),
    "ask": (
        '<path d="M10-64h28q8 0 8 8v20q0 8-8 8H24l-10 9 2-9H10q-8 0-8-8v-20q0-8 8-8z" fill="#fff" stroke="#5b6672" stroke-width="2.5"/>'
        '<path d="M17-52q0-7 7-7t7 7q0 5-7 8v3M24-35v1" fill="none" stroke="#b35c00" stroke-width="4" stroke-linecap="round"/>'
    ),
    "empty": (
        '<circle cx="24" cy="-26" r="16" fill="#fff" stroke="#c92a2a" stroke-width="3"/>'
        '<rect x="14" y="-31" width="18" height="11" rx="2" fill="none" stroke="#39424e" stroke-width="3"/>'
        '<path d="M34-28v5" stroke="#39424e" stroke-width="3"/><path d="M14-16L34-36" stroke="#c92a2a" stroke-width="3"/>'
    ),
}
"""Things and signs by name."""


def paint(color: str) -> str:
    """Return a painted cell: a tile with the mark of its color."""
    return (
        f'<rect x="-36" y="-36" width="72" height="72" rx="9" fill="{PAINTS[color]}" stroke="#8d7a5a" stroke-width="2"/>'
        f'<g transform="translate(-23-23)scale(.7)">{mark(color)}</g><g transform="translate(23 23)scale(.7)">{mark(color)}</g>'
    )


def mark(color: str) -> str:
    """Return the mark of a color."""
    return f'<path d="{MARKS[color]}" fill="none" stroke="{mark_color(color)}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>'
