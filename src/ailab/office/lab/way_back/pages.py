"""The address where the cell one is in is noted, and asked for when the notebook is opened again.

GET  /ailab/place?path=…   the cell one was in last
POST /ailab/place          path, cell
"""

import re
from typing import Final

from tornado.web import HTTPError, authenticated

from ailab.lang import library_translations
from ailab.office.lab.files import write_all
from ailab.office.lab.folder import KINDS
from ailab.office.lab.notebook import SUFFIX
from ailab.office.lab.page import Page
from ailab.office.lab.way_back.place import noted, places_write, read_places

_CELL: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class LastPlace(Page):
    """Where one was in a notebook."""

    @authenticated
    def get(self) -> None:
        """Tell the cell, empty when the notebook is new."""
        spot = read_places(self.site.place.folder).spots.get(self.get_argument("path", ""))
        self.set_header("Cache-Control", "no-store")
        self.finish({"cell": spot.cell if spot else ""})

    @authenticated
    def post(self) -> None:
        """Note the cell of a notebook of the course."""
        path, cell = self.get_body_argument("path", ""), self.get_body_argument("cell", "")
        if path not in self._notebooks() or not _CELL.fullmatch(cell):
            raise HTTPError(400, "no such place")
        folder = self.site.place.folder
        places = noted(read_places(folder), path, cell, self.site.now())
        write_all([places_write(folder, places)], folder=folder, say=library_translations(self.site.memory().language))
        self.set_status(204)
        self.finish()

    def _notebooks(self) -> set[str]:
        modules = self.site.course().modules
        return {f"{kind}/{module.slug}/{entry.slug}{SUFFIX}" for module in modules for kind in KINDS for entry in getattr(module, kind)}
