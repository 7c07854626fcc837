"""The page of a learner's own project, as a file for a phone.

    GET  /ailab/project     what will stand on it, and a field for a nickname
    POST /ailab/project     the file

A nickname travels in the body of one request and into one file: it is in no address, log or folder.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from ailab.lang import Language
from ailab.office.build.take_home.project import LeftOut, Project
from ailab.office.build.take_home.project_page import LONGEST_NICKNAME, project_page
from ailab.office.build.take_home.project_source import MODULE
from ailab.office.lab.home import render_with
from ailab.office.lab.page import Page, Telling
from ailab.office.lab.project.own import ADDRESS, own_project

_NO_SCRIPTS: Final = "; script-src 'none'"
_ONE_AT_A_TIME: Final = asyncio.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectForm:
    """What the page with the field shows."""

    language: Language
    direction: str
    there: tuple[str, ...]
    """Parts that will stand on the page."""
    left_out: tuple[LeftOut, ...]
    longest: int
    home: str
    trouble: str


class OwnProject(Page):
    """Make the page of a project."""

    @property
    def content_security_policy(self) -> str:
        """Allow no script at all: the page needs none."""
        return super().content_security_policy + _NO_SCRIPTS

    @authenticated
    async def get(self) -> None:
        """Show what will stand on the page."""
        trouble, self.site.said.trouble = self.site.said.trouble, ""
        form = self._form(await self._project(), trouble)
        self.set_header("Cache-Control", "no-store")
        self.finish(render_with("project.html", form, form.language, address=self.base_url, token=self.xsrf_token.decode("ascii")))

    @authenticated
    async def post(self) -> None:
        """Send the page."""
        made = b""
        with Telling(self.site):
            made = project_page(await self._project(), nickname=self.get_body_argument("nickname", ""))
        if not made:
            self.redirect(url_path_join(self.base_url, ADDRESS), status=303)
            return
        language = self.site.memory().language
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="my-robot-{language}.html"')
        self.set_header("Cache-Control", "no-store")
        self.finish(made)

    async def _project(self) -> Project:
        place, language = self.site.place, self.site.memory().language
        async with _ONE_AT_A_TIME:
            return await asyncio.get_running_loop().run_in_executor(None, own_project, place.folder, place.build, language)

    def _form(self, project: Project, trouble: str) -> ProjectForm:
        return ProjectForm(
            language=project.language,
            direction="rtl" if project.language == "ar" else "ltr",
            there=project.there,
            left_out=project.left_out,
            longest=LONGEST_NICKNAME,
            home=f"{url_path_join(self.base_url, 'ailab')}#{MODULE}",
            trouble=trouble,
        )
