"""Put built files on disk: only what changed, nothing left over, never half a file."""

from pathlib import Path

from ailab.errors import Refused
from ailab.office.build.site import Files
from ailab.office.course import Course


def owned_folders(course: Course) -> tuple[str, ...]:
    """Return the folders of a build that hold nothing but built files."""
    return ("release", "nbgrader/source", "nbgrader/graders", *course.languages)


def write_files(files: Files, out: Path, *, owned: tuple[str, ...] = ()) -> int:
    """Write files below a folder and return how many changed.

    Parameters
    ----------
    owned : tuple of str
        Folders below `out` that hold nothing but built files: what is left over there goes away.

    Raises
    ------
    Refused
        When the folder cannot be written.
    """
    try:
        changed = sum(_write(out / path, content) for path, content in files.items())
        for name in owned:
            _remove_leftovers(out / name, {out / path for path in files})
    except OSError as error:
        raise Refused(
            f"Cannot write {error.filename or out}: {error.strerror}. Free some space or choose another folder with --out."
        ) from error
    return changed


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return True


def _remove_leftovers(folder: Path, kept: set[Path]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in kept:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
