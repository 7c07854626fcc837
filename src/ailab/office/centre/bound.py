"""Many certificates as one file to print."""

import json
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ailab.office.paper import AMIRI, press

_TEMPLATE: Final = Path(__file__).resolve().with_suffix(".typ")


def bound(pages: Sequence[bytes], *, at: datetime) -> bytes:
    """Return these PDFs of one landscape page each as one PDF, in this order."""
    with TemporaryDirectory(prefix="ailab-bound-") as made:
        folder = Path(made)
        names = [f"{number}.pdf" for number in range(len(pages))]
        for name, content in zip(names, pages, strict=True):
            (folder / name).write_bytes(content)
        template = Path(shutil.copy(_TEMPLATE, folder))
        return press(template, {"pages": json.dumps(names)}, fonts=(AMIRI,), standards=(), at=at)
