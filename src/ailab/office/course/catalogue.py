"""PO files: reading them, and bringing them up to date with their sources."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import polib

from ailab.lang import Language
from ailab.office.course.records import Catalogue, Entry

REVIEWED: str = "X-Reviewed-By"


def read_catalogue(path: Path, language: Language) -> Catalogue:
    """Return the catalogue at a path.

    Raises
    ------
    OSError
        When the file holds no valid PO; the text says at which line.
    """
    po = polib.pofile(path.read_text(encoding="utf-8"))
    entries = {entry.msgid: Entry(text=entry.msgstr, line=entry.linenum or 1, fuzzy=entry.fuzzy) for entry in po if not entry.obsolete}
    reviewed = po.metadata.get(REVIEWED, "").strip()
    return Catalogue(path=path, language=language, entries=entries, reviewed_by="" if reviewed == "none" else reviewed)


def update_catalogue(path: Path, language: Language, messages: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """Write the catalogue with exactly these (message, place) pairs, keeping what is translated.

    Returns
    -------
    missing, dropped : int
        Messages without a translation, and translations nobody asks for any more.
    """
    old = polib.pofile(path.read_text(encoding="utf-8")) if path.is_file() else polib.POFile()
    known = {entry.msgid: entry for entry in old}
    new = polib.POFile(wrapwidth=0)
    new.metadata = _header(language, old.metadata.get(REVIEWED, "none"))
    places: dict[str, list[str]] = {}
    for message, place in messages:
        places.setdefault(message, []).append(place)
    for message, where in places.items():
        before = known.get(message)
        new.append(
            polib.POEntry(
                msgid=message,
                msgstr=before.msgstr if before else "",
                flags=["fuzzy"] if before and before.fuzzy else [],
                occurrences=[(place, "") for place in dict.fromkeys(where)],
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(new), encoding="utf-8")
    return sum(not entry.msgstr or entry.fuzzy for entry in new), len(known.keys() - places.keys())


def compiled(catalogue: Catalogue, messages: Iterable[str]) -> bytes:
    """Return a .mo file with the finished translations of these messages, the same bytes each time."""
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": catalogue.language}
    for message in sorted(set(messages)):
        entry = catalogue.entries.get(message)
        if entry and entry.text and not entry.fuzzy:
            po.append(polib.POEntry(msgid=message, msgstr=entry.text))
    return bytes(po.to_binary())


def _header(language: Language, reviewed_by: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "ailab",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        REVIEWED: reviewed_by,
    }
