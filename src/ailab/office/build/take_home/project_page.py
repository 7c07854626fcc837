"""The page of a project: the record as one HTML file that needs neither server nor network.

Whatever a learner typed is escaped by the template or put there as text; the one piece of HTML is the robot's own picture.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ailab.errors import Refused
from ailab.lang import Language, Translations, library_translations
from ailab.office.build.take_home.page import template
from ailab.office.build.take_home.pieces import output_html
from ailab.office.build.take_home.plain_words import plain_words, tells_contact
from ailab.office.build.take_home.project import Box, Project, titles
from ailab.office.build.take_home.project_sorter import Example, Sorter
from ailab.office.build.take_home.script import page_style, policy, project_script, project_style
from ailab.office.build.take_home.slim import slim
from ailab.robot.replay.bundle import mimebundle
from ailab.robot.run import Run

LONGEST_NICKNAME: Final = 24
SIGNS: Final = (
    ("M-6 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0z", "#1f4f8f"),
    ("M-6-6H6V6H-6z", "#a8481c"),
    ("M0-7 7 6H-7z", "#0f6b66"),
    ("M0-8 8 0 0 8-8 0z", "#8a2f6b"),
    ("M-6 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0z", "#6d5b00"),
    ("M-6-6H6V6H-6z", "#4a4a4a"),
    ("M0-7 7 6H-7z", "#b3261e"),
    ("M0-8 8 0 0 8-8 0z", "#2f6b1a"),
)
"""Shape and color of a kind: never a color alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPage:
    """What the template lays out."""

    language: Language
    nickname: str
    robot: str
    """HTML of the picture and its words, or empty."""
    titles: tuple[str, ...]
    """Of the parts, in order."""
    sorter: Sorter | None
    sorter_data: str
    """JSON that may stand in a script element."""
    signs: tuple[tuple[str, str], ...] = SIGNS
    plan: tuple[Box, ...]
    slides: tuple[Box, ...]
    promise: str

    @property
    def direction(self) -> str:
        """Return where lines begin."""
        return "rtl" if self.language == "ar" else "ltr"


def project_page(project: Project, *, nickname: str = "") -> bytes:
    """Return the page of a project; the nickname stands there and nowhere else.

    Raises
    ------
    Refused
        When there is nothing to show, or the nickname is a number or an address.
    """
    say = library_translations(project.language)
    if not project.there:
        raise Refused(say("There is nothing to show yet. Begin with the exercises of project day."))
    page = ProjectPage(
        language=project.language,
        nickname=fit_nickname(nickname, say),
        robot=_robot(project.run, project.language, say) if project.run else "",
        titles=titles(project.language),
        sorter=project.sorter,
        sorter_data=_json(_sorter_data(project.sorter, say)) if project.sorter else "",
        plan=project.plan,
        slides=project.slides,
        promise=project.promise,
    )
    return _render(page, say)


def fit_nickname(text: str, say: Translations) -> str:
    """Return a nickname fit for a page, empty for none.

    Raises
    ------
    Refused
        When it is a number to call or an address.
    """
    if tells_contact(text):
        raise Refused(say("A nickname holds no number to call and no address: the page goes from hand to hand. Choose another one."))
    return plain_words(text, LONGEST_NICKNAME)


def _robot(run: Run, language: Language, say: Translations) -> str:
    return output_html({"data": mimebundle(run.trace, run.outcome, language)}, say)


def _sorter_data(sorter: Sorter, say: Translations) -> Mapping[str, Any]:
    return {
        "kinds": sorter.kinds,
        "signs": SIGNS[: len(sorter.kinds)],
        "examples": [[example.shines, example.soft, example.kind] for example in sorter.examples],
        "words": {
            "why": say("The most similar example: shines {shines}, soft {soft}, {kind}."),
            "sure": say("{agree} of the {of} most similar examples say so."),
            "unsure": say("Only {agree} of the {of} most similar examples say so. Not sure: a human should look."),
            "added": say("One more example: {kind}. There are {count} now."),
            "undone": say("Taken back. There are {count} examples now."),
            "example": _example_words(say),
        },
    }


def _example_words(say: Translations) -> str:
    return say("Shines {shines}, soft {soft}: {kind}")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e")


def _render(page: ProjectPage, say: Translations) -> bytes:
    script = project_script()

    def example_words(example: Example) -> str:
        assert page.sorter
        kind = page.sorter.kinds[example.kind]
        return (
            f"{example.name} ({kind})" if example.name else _example_words(say).format(shines=example.shines, soft=example.soft, kind=kind)
        )

    facts: dict[str, Any] = {
        "page": page,
        "say": say,
        "script": script,
        "policy": policy(script),
        "style": f"{page_style(())}\n{project_style()}",
    }
    return slim(template("project.html.j2").render(facts, example_words=example_words)).encode()
