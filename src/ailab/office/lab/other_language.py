"""A paragraph's other language: the texts of a course's notebook in the language it is read in, and in another one.

    GET /ailab/other?path=lessons/souk/lists.ipynb&language=fr

Only the built notebooks of the map are known here: no path is ever joined, it is looked up.
"""

from dataclasses import replace
from pathlib import Path

from tornado.web import HTTPError, authenticated

from ailab.lang import Language, as_language
from ailab.office.lab.coursemap import CourseMap
from ailab.office.lab.folder import notebooks_of
from ailab.office.lab.memory import Memory
from ailab.office.lab.notebook import Notebook, ailab_metadata, read_notebook
from ailab.office.lab.page import Page


class OtherLanguage(Page):
    """The prose of a notebook, cell by cell, in two languages."""

    @authenticated
    def get(self) -> None:
        """Send the texts by cell id."""
        course = self.site.course()
        language = as_language(self.get_query_argument("language", ""))
        if language is None or language not in course.languages:
            raise HTTPError(400, "unknown language")
        found = both_texts(course, self.site.place.build, self.site.memory(), self.get_query_argument("path", ""), language)
        if found is None:
            raise HTTPError(404, "unknown notebook")
        self.set_header("Cache-Control", "no-store")
        self.finish({"language": language, "cells": found})


def both_texts(course: CourseMap, build: Path, memory: Memory, path: str, language: Language) -> dict[str, dict[str, str]] | None:
    """Return the prose of a notebook by cell id, as the reader has it and in another language; None when it isn't ours."""
    mine, other = (_prose_of(course, build, replace(memory, language=each), path) for each in (memory.language, language))
    if mine is None or other is None:
        return None
    return {id_: {"mine": mine[id_], "other": other[id_]} for id_ in mine if id_ in other}


def _prose_of(course: CourseMap, build: Path, memory: Memory, path: str) -> dict[str, str] | None:
    built = {source.path: source.built for source in notebooks_of(course, build, memory)}
    return _texts(read_notebook(built[path].read_bytes())) if path in built else None


def _texts(notebook: Notebook) -> dict[str, str]:
    return {cell["id"]: cell["source"] for cell in notebook["cells"] if ailab_metadata(cell).get("role") == "prose"}
