"""Archives and checksums: equal contents give equal bytes, whoever packs them and when."""

import gzip
import tarfile
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

SUMS: Final = "SHA256SUMS"
_PROGRAM: Final = 0o755
_FILE: Final = 0o644
_EXECUTABLE: Final = 0o100


def pack(files: Mapping[PurePosixPath, Path | bytes], archive: Path) -> None:
    """Write a .tar.gz of these files, sorted, with no owner and no date."""
    with archive.open("wb") as out, gzip.GzipFile(filename="", fileobj=out, mode="wb", mtime=0) as packed:
        _write_tar(files, cast("BinaryIO", packed))


def pack_folder(folder: Path, archive: Path) -> None:
    """Write a .tar of a folder with the folder's name on top; what stands in it is compressed already."""
    files: dict[PurePosixPath, Path | bytes] = {PurePosixPath(folder.name) / name: folder / name for name in files_below(folder)}
    with archive.open("wb") as out:
        _write_tar(files, out)


def _write_tar(files: Mapping[PurePosixPath, Path | bytes], out: BinaryIO) -> None:
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in sorted(files.items()):
            _add(tar, name, content)


def _add(tar: tarfile.TarFile, name: PurePosixPath, content: Path | bytes) -> None:
    entry = tarfile.TarInfo(str(name))
    if isinstance(content, bytes):
        entry.size, entry.mode = len(content), _FILE
        tar.addfile(entry, BytesIO(content))
        return
    found = content.stat()
    entry.size, entry.mode = found.st_size, _PROGRAM if found.st_mode & _EXECUTABLE else _FILE
    with content.open("rb") as stream:
        tar.addfile(entry, stream)


def files_below(folder: Path) -> Iterator[PurePosixPath]:
    """Yield every file below a folder, sorted; links are followed, since sticks know none."""
    yield from sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())


def tree(folder: Path, *, under: str) -> dict[PurePosixPath, Path | bytes]:
    """Return the files of a folder for `pack`, under another name."""
    return {PurePosixPath(under) / name: folder / name for name in files_below(folder)}


def write_sums(folder: Path) -> str:
    """Write the checksum of every file beside them, as sha256sum does; return the checksum of that list."""
    lines = [f"{sha256_of(folder / name)}  {name}\n" for name in files_below(folder) if str(name) != SUMS]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    return sha256_of(folder / SUMS)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
