"""Wrong ideas in words: what the check of an exercise tells a learner who has one."""

from functools import lru_cache
from pathlib import Path

from ailab.checks.files import read_check
from ailab.errors import CheckBroken
from ailab.lang import Language, folder_translations
from ailab.office.centre import Centre


def idea_words(centre: Centre, module: str, exercise: str, misconception: str, language: Language) -> str:
    """Return the hint of a misconception; its name with spaces when the check does not know it any more."""
    folder = centre.course / "source" / module
    path = folder / f"{exercise}_check.py"
    try:
        hints = _hints(path, exercise, path.stat().st_mtime_ns)
    except (OSError, CheckBroken):
        hints = {}
    hint = hints.get(misconception)
    return folder_translations(folder, language)(hint) if hint else misconception.replace("_", " ")


@lru_cache(maxsize=256)
def _hints(path: Path, exercise: str, _changed: int) -> dict[str, str]:
    return {each.id: each.hint for each in read_check(path, exercise).misconceptions}
