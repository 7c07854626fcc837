"""Visible cases of every_widget."""

from ailab.checks import Case, Misconception, gives, read

RIGHT = {"choice": "adapts", "reason": "examples"}

CASES = (
    Case("choice", read("choice"), RIGHT, label="The lamp and its reason"),
    Case("boxes", read("boxes"), {"ai": ["map", "mail"], "rules": ["fan"]}, label="Cards in boxes"),
)
MISCONCEPTIONS = (Misconception("nothing", gives(read("boxes"), {"ai": [], "rules": []}), "Both boxes are empty. Lay the first card into `boxes`."),)
