"""Markdown of a cell as HTML for a page: headings one level down, pictures inside it, nothing that leads away."""

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

Pictures = Callable[[str], str]
"""From the address of a picture in the text to one that needs no file; empty when there is none."""

_DEEPEST: Final = 6
_BLOCK: Final = re.compile(r'\A<div dir="rtl" lang="ar">\n\n(.*)\n\n</div>\Z', re.DOTALL)
_TYPES: Final = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}


def prose_html(markdown: str, pictures: Pictures) -> str:
    """Return a text as HTML."""
    block = _BLOCK.match(markdown)
    parser = _parser()
    tokens = [_placed(token, pictures) for token in parser.parse(block[1] if block else markdown)]
    html: str = parser.renderer.render(tokens, parser.options, {})
    # A wide table is moved with a finger; the page stays where it is.
    return html.replace("<table>", '<div class="broad" tabindex="0"><table>').replace("</table>", "</table></div>")


def picture_address(path: Path) -> str:
    """Return a picture as an address that holds it; empty for a file that is none."""
    kind = _TYPES.get(path.suffix.lower())
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode()}" if kind and path.is_file() else ""


def pictures_in(folder: Path) -> Pictures:
    """Return the pictures of a folder and those below it, by their path in a text."""
    top = folder.resolve()

    def find(source: str) -> str:
        path = (top / source).resolve()
        return picture_address(path) if path.is_relative_to(top) else ""

    return find


@lru_cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _placed(token: Token, pictures: Pictures) -> Token:
    if token.type in ("heading_open", "heading_close"):
        return token.copy(tag=f"h{min(int(token.tag[1]) + 1, _DEEPEST)}")
    if token.children:
        return token.copy(children=list(_inline(token.children, pictures)))
    return token


def _inline(tokens: Sequence[Token], pictures: Pictures) -> list[Token]:
    """Return tokens with pictures inside the page and links that lead nowhere else taken off."""
    found: list[Token] = []
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            continue
        if token.type == "image":
            found.append(_picture(token, pictures))
        else:
            found.append(token)
    return found


def _picture(token: Token, pictures: Pictures) -> Token:
    address = pictures(str(token.attrGet("src") or ""))
    if address:
        return token.copy(attrs={**token.attrs, "src": address})
    # Words stand where a picture is missing.
    return Token("html_inline", "", 0, content=f"<em>{escape(token.content)}</em>")
