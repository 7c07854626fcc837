"""Templates of this room into HTML; everything is escaped."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ailab.lang import Language, library_translations
from ailab.office.hub.visit.ready import Check

POLICY: Final = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
HERE: Final = Path(__file__).parent
AGAIN_S: Final = 10
_LANGUAGES: Final[tuple[tuple[Language, str], ...]] = (("ar", "rtl"), ("fr", "ltr"), ("en", "ltr"))


def page(template: str, **words: Any) -> str:
    """Return a page."""
    return _templates().get_template(template).render(words)


def drawn(checks: Sequence[Check], *, address: str) -> str:
    """Return the ready page, whose styles lie at `address`."""
    readers = [(language, direction, library_translations(language)) for language, direction in _LANGUAGES]
    is_ready = all(check.is_well for check in checks)
    return page("ready.html", checks=checks, is_ready=is_ready, readers=readers, again_s=AGAIN_S, address=address)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
