"""A module's page: its built lessons and exercises, run once, put on a page to take home."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ailab.errors import CourseUnreadable, UnknownName
from ailab.lang import Language, as_language, library_translations
from ailab.office.build.site import Files
from ailab.office.build.take_home.living import LIVING
from ailab.office.build.take_home.page import Chapter, Page, render
from ailab.office.build.take_home.pieces import pieces
from ailab.office.build.take_home.prose import picture_address, pictures_in
from ailab.office.build.take_home.running import Notebook, run_notebooks

_TITLE: Final = re.compile(r'\A(<div class="prose">)\s*<h2>.*?</h2>\s*', re.DOTALL)

FOLDER: Final = "take-home"
"""Where pages lie below build/: beside the folders that a build cleans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A lesson or exercise of the map, and where it lies in each form."""

    slug: str
    title: str
    graded: bool
    paths: tuple[Path, ...]


def take_home_files(build: Path) -> Iterator[Files]:
    """Yield the pages of all modules, a language at a time, paths relative to the build.

    Raises
    ------
    CourseUnreadable
        When the course has not been built.
    Refused
        When a notebook does not run.
    """
    course = _read_map(build)
    for language in (known for name in course["languages"] if (known := as_language(name))):
        pages = _pages(build, course, _modules(course), language)
        yield {PurePosixPath(FOLDER, language, f"{module}.html"): render(page) for module, page in pages.items()}


def take_home_page(build: Path, module: str, language: Language) -> bytes:
    """Return the page of a module in a language.

    Raises
    ------
    CourseUnreadable
        When the course has not been built.
    UnknownName
        When it has no such module.
    Refused
        When a notebook does not run.
    """
    course = _read_map(build)
    known = {each["slug"]: each for each in _modules(course)}
    if module not in known:
        raise UnknownName("module", module, known)
    return render(_pages(build, course, [known[module]], language)[module])


def is_current(page: bytes, release: str) -> bool:
    """Tell whether a page was made of this release."""
    return f'<meta name="ailab-release" content="{release}">'.encode() in page[:2000]


def _pages(build: Path, course: Mapping[str, Any], modules: Sequence[Mapping[str, Any]], language: Language) -> dict[str, Page]:
    """Return the pages of modules, all their notebooks run in one go."""
    sources = {module["slug"]: tuple(_sources(build, module, language)) for module in modules}
    paths = [path for each in sources.values() for source in each for path in source.paths]
    notebooks = run_notebooks(paths, language)
    return {module["slug"]: _page(build, course["release"], module, sources[module["slug"]], notebooks, language) for module in modules}


def _page(
    build: Path, release: str, module: Mapping[str, Any], sources: Sequence[_Source], notebooks: Mapping[Path, Notebook], language: Language
) -> Page:
    say = library_translations(language)
    picture = build / language / "lessons" / module["slug"] / module["picture"]
    reviewer = module.get("reviewed_by", {}).get(language, "")
    unread = say("No native teacher has reviewed these texts yet.")
    return Page(
        language=language,
        title=_word(module["title"], language),
        summary=_word(module["summary"], language),
        picture=picture_address(picture) if module["picture"] else "",
        release=release,
        reviewed=say("Reviewed by: {name}.").format(name=reviewer) if reviewer else unread,
        chapters=tuple(_chapter(source, notebooks, language) for source in sources),
    )


def _chapter(source: _Source, notebooks: Mapping[Path, Notebook], language: Language) -> Chapter:
    # An exercise in two forms is taken home in the one that has more to press.
    notebook = max((notebooks[path] for path in source.paths), key=_lively)
    say = library_translations(language)
    return Chapter(
        id=source.slug.replace("_", "-"),
        kind="exercise" if source.graded else "lesson",
        title=source.title,
        pieces=_below_title(pieces(notebook, pictures_in(notebook.path.parent), say, graded=source.graded)),
    )


def _below_title(found: Iterator[str]) -> tuple[str, ...]:
    """Return pieces without the title they begin with: the page has said it."""
    first = next(found, "")
    return (_TITLE.sub(r"\1", first, count=1), *found)


def _lively(notebook: Notebook) -> int:
    return sum(LIVING in output.get("data", {}) for outputs in notebook.shown.values() for output in outputs)


def _sources(build: Path, module: Mapping[str, Any], language: Language) -> Iterator[_Source]:
    """Yield each lesson, and after it the exercises it leads to."""
    slug, lessons = module["slug"], module["lessons"]
    last = lessons[-1]["slug"] if lessons else ""
    for lesson in lessons:
        yield _source(lesson, language, (build / language / "lessons" / slug,), graded=False)
        for exercise in module["exercises"]:
            if (exercise["after"] or last) == lesson["slug"]:
                names = (language, f"{language}-pad") if len(exercise["forms"]) > 1 else (language,)
                yield _source(exercise, language, tuple(build / "release" / name / slug for name in names), graded=True)


def _source(entry: Mapping[str, Any], language: Language, folders: Sequence[Path], *, graded: bool) -> _Source:
    paths = tuple(path for folder in folders if (path := folder / f"{entry['slug']}.ipynb").is_file())
    return _Source(slug=entry["slug"], title=_word(entry["title"], language), graded=graded, paths=paths)


def _modules(course: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list({module["slug"]: module for track in course["tracks"] for module in track["modules"]}.values())


def _word(words: Mapping[str, str], language: Language) -> str:
    return words.get(language) or words["en"]


def _read_map(build: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((build / "map.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CourseUnreadable(f"{build / 'map.json'}: {error}. Run: ailab course build") from None
    return found
