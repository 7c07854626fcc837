"""A module as one file for a phone.

    GET /ailab/take-home/<module>.html

The page comes from `build/take-home/` where somebody made it beforehand (`ailab course take-home`), else it is made now,
in a process of its own, one at a time.
"""

import asyncio
from pathlib import Path
from typing import Final

from tornado.web import HTTPError, authenticated

from ailab.errors import AilabError
from ailab.lang import Language
from ailab.office.build.take_home import FOLDER, is_current, take_home_page
from ailab.office.lab.coursemap import CourseMap
from ailab.office.lab.page import Page

ADDRESS: Final = r"([a-z_]{1,32})\.html"
_ONE_AT_A_TIME: Final = asyncio.Lock()


class TakeHome(Page):
    """The page of a module, as a download."""

    @authenticated
    async def get(self, module: str) -> None:
        """Send the page in the learner's language."""
        course, language = self.site.course(), self.site.memory().language
        if module not in {each.slug for each in course.modules}:
            raise HTTPError(404, "unknown module")
        page = await page_of(self.site.place.build, course, module, language)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{module}-{language}.html"')
        self.set_header("Cache-Control", "no-store")
        self.finish(page)


async def page_of(build: Path, course: CourseMap, module: str, language: Language) -> bytes:
    """Return the page of a module: the one that lies there if it is of this release, else a new one."""
    made = build / FOLDER / language / f"{module}.html"
    if made.is_file() and is_current(page := made.read_bytes(), course.release):
        return page
    async with _ONE_AT_A_TIME:
        try:
            return await asyncio.get_running_loop().run_in_executor(None, take_home_page, build, module, language)
        except AilabError as error:
            raise HTTPError(503, str(error)) from error
