"""Markdown as data that the template lays out: mistune's tree, pictures put inside, columns measured."""

from collections.abc import Callable, Mapping
from math import sqrt
from typing import Any, Final

import mistune

Pictures = Callable[[str], str]
"""From the address of a picture to its SVG text."""

NEW_PAGE: Final = "<!-- page -->"
_NARROWEST: Final = 2.0

_parse: Final = mistune.create_markdown(renderer=None, plugins=["table", "task_lists", "strikethrough"])


def markdown_tree(markdown: str, pictures: Pictures) -> list[dict[str, Any]]:
    """Return the blocks of a text; each is a table with a type, and children or raw text.

    Raises
    ------
    OSError
        When a picture can't be read.
    """
    tree: Any = _parse(markdown)
    return [_ready(node, pictures) for node in tree if node["type"] != "blank_line"]


def _ready(node: Mapping[str, Any], pictures: Pictures) -> dict[str, Any]:
    made = {key: value for key, value in node.items() if key in ("type", "raw", "attrs")}
    if "children" in node:
        made["children"] = [_ready(child, pictures) for child in node["children"] if child["type"] != "blank_line"]
    match node["type"]:
        case "image":
            made |= {"svg": pictures(node["attrs"]["url"]), "alt": plain_text(node)}
        case "table":
            made["widths"] = _widths(node)
        case "block_html":
            made["type"] = "new_page" if node["raw"].strip() == NEW_PAGE else "blank"
    return made


def plain_text(node: Mapping[str, Any]) -> str:
    """Return what stands in a node, without its markup."""
    return str(node.get("raw", "")) + "".join(plain_text(child) for child in node.get("children", ()))


def _widths(table: Mapping[str, Any]) -> list[float]:
    """Return the shares of the columns: by the root of the longest text, so that long ones break first."""
    head, *body = table["children"]
    rows = [head["children"], *(row["children"] for part in body for row in part["children"])]
    return [max(_NARROWEST, *(sqrt(len(plain_text(cell))) for cell in column)) for column in zip(*rows, strict=True)]
