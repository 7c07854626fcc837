"""Where the course lies that came with the kit."""

import sys
from pathlib import Path


def carried_course() -> Path | None:
    """Return the folder that holds course/, graders/ and build/ as the kit brought them, or None where no kit was installed."""
    found = Path(sys.prefix) / "share" / "ailab" / "course"
    return found if (found / "build" / "nbgrader").is_dir() else None


def carried_build() -> Path | None:
    """Return the course as it was built for the kit, or None where no kit was installed."""
    found = carried_course()
    return found / "build" if found else None
