"""What the learner's folder remembers in `.ailab/`: the language, the form, and which files we laid."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ailab.errors import Refused
from ailab.lang import Language, Translations, as_language
from ailab.office.lab.files import Write

STATE: Final = ".ailab"
FORMAT_VERSION: Final = 1
FORM: Final = "python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The settings of one learner's folder."""

    language: Language
    form: str = FORM
    release: str = ""
    laid: Mapping[str, str]
    """Fingerprints of the files beside the notebooks, by path, as they were laid."""


def memory_path(folder: Path) -> Path:
    """Return where a folder's settings lie."""
    return folder / STATE / "settings.json"


def read_memory(folder: Path, *, say: Translations) -> Memory | None:
    """Return what the folder remembers, or None when it is new or its settings are damaged.

    Raises
    ------
    Refused
        When a later ailab wrote them.
    """
    try:
        data: dict[str, Any] = json.loads(memory_path(folder).read_text(encoding="utf-8"))
        version = data["format_version"]
        if isinstance(version, int) and version > FORMAT_VERSION:
            words = say(
                "The folder “{folder}” was made by a newer ailab. Nothing was changed. Update ailab, or choose another folder with AILAB_FOLDER."
            )
            raise Refused(words.format(folder=folder))
        language = as_language(data["language"])
        laid = {str(path): str(mark) for path, mark in data.get("laid", {}).items()}
        return (
            Memory(language=language, form=str(data.get("form", FORM)), release=str(data.get("release", "")), laid=laid)
            if language
            else None
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Nothing but comfort is lost: notebooks say themselves what they are.
        return None


def memory_write(folder: Path, memory: Memory) -> Write:
    """Return the write that makes the folder remember this."""
    data = {
        "format_version": FORMAT_VERSION,
        "language": memory.language,
        "form": memory.form,
        "release": memory.release,
        "laid": dict(memory.laid),
    }
    return Write(memory_path(folder), (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())
