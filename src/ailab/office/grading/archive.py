"""A zip of notebooks that somebody brings: what of it may be read.

Knows names, sizes and kinds of entries. Leaves to others what the notebooks mean and where they go.
"""

import stat
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from ailab.errors import AilabError

LARGEST_UPLOAD: Final = 50 * 2**20
LARGEST_NOTEBOOK: Final = 20 * 2**20
LARGEST_TOTAL: Final = 200 * 2**20
MOST_NOTEBOOKS: Final = 2000
_SUFFIX: Final = ".ipynb"
_DEEPEST: Final = 8
_LONGEST_NAME: Final = 120
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN: Final = frozenset('\\:*?"<>|')
_DEVICES: Final = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))})
"""Names that Windows keeps for itself."""


class ArchiveForeign(AilabError):
    """What was brought is no zip of notebooks, or holds something else too."""


class ArchiveTooLarge(AilabError):
    """There is more in this zip than anybody writes."""


def zipped(entries: Iterator[tuple[str, bytes]]) -> bytes:
    """Return these files as one zip; the same files give the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in entries:
            entry = ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def unzipped(data: bytes, *, beside: frozenset[str] = frozenset()) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each notebook, and of files with one of the names in `beside`.

    Raises
    ------
    ArchiveForeign
        When anything else is in it: nothing of it is to be used then.
    ArchiveTooLarge
        When it is, or says that it is, larger than anybody's work.
    """
    if len(data) > LARGEST_UPLOAD:
        raise ArchiveTooLarge(f"{len(data)} bytes")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            names = {entry.filename for entry in entries}
            if not entries or not all(_is_safe(entry, beside) for entry in entries) or len(names) < len(entries):
                raise ArchiveForeign("It holds something else than notebooks.")
            if len(entries) > MOST_NOTEBOOKS or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
                raise ArchiveTooLarge(f"{len(entries)} files")
            for entry in entries:
                yield entry.filename, _content(archive, entry)
    except (BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, ValueError) as error:
        raise ArchiveForeign(str(error)) from None


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    # The sizes in the directory of a zip are claims: read no more than is allowed.
    with archive.open(entry) as stream:
        content = stream.read(LARGEST_NOTEBOOK + 1)
    if len(content) > LARGEST_NOTEBOOK:
        raise ArchiveTooLarge(entry.filename)
    return content


def _is_safe(entry: ZipInfo, beside: frozenset[str]) -> bool:
    """Tell whether an entry is an ordinary file that we look for, below the folder, on every system."""
    parts = entry.filename.split("/")
    mode = entry.external_attr >> 16
    return (
        (entry.filename.endswith(_SUFFIX) or parts[-1] in beside)
        and len(parts) <= _DEEPEST
        and (stat.S_IFMT(mode) in (0, stat.S_IFREG))
        and not entry.flag_bits & 1
        and all(_is_plain_name(part) for part in parts)
    )


def _is_plain_name(part: str) -> bool:
    if not 0 < len(part) <= _LONGEST_NAME or part[0] in ". " or part[-1] in ". " or not part.isprintable():
        return False
    return not _FORBIDDEN & set(part) and part.split(".")[0].upper() not in _DEVICES
