"""The robot of a project: its world drawn, its program run once, as a run that pictures are made from.

Cards are data and run here, with an end to their patience. A typed program runs where the source's opener lets it; the
robot it meets stands in this process, so the run is never a claim of the program's.
"""

from typing import Any, Final

from ailab.checks.answer import Answer, Outcome
from ailab.errors import AilabError, Refused
from ailab.lang import Translations
from ailab.office.build.take_home.own_work import NOTHING, OwnNotebook
from ailab.office.build.take_home.plain_words import plain_lines, plain_words
from ailab.office.build.take_home.project_source import WORLD, Found, NotThere, Source
from ailab.robot.cards import follow
from ailab.robot.partner import in_world
from ailab.robot.run import Run, simulate
from ailab.robot.shipped import World
from ailab.robot.world import GridWorld

_SQUARES: Final = ".#x>G"
"""Colors of the picture, in order."""
_MOST_SQUARES: Final = 40
_LONGEST_MAP: Final = 20_000
_LONGEST_WORDS: Final = 80
_STOPPED: Final = ("TimeUp", "Died")


def own_run(source: Source) -> Found[Run]:
    """Return what the learner's robot does in the learner's world, or raise NotThere."""
    notebook = source.notebook(WORLD)
    if "cards" in notebook.values:
        return _run_of_cards(notebook, source.say)
    if source.open_answer is None:
        return _without_program(notebook, source.say)
    try:
        with source.open_answer(notebook.cells) as answer:
            return _run_of_program(notebook, answer, source.say)
    except Refused:
        return _without_program(notebook, source.say)


def _run_of_cards(notebook: OwnNotebook, say: Translations) -> Found[Run]:
    world = _world(_map_of(notebook.value("picture")), say)
    try:
        return Found(simulate(follow(_plain(notebook.value("cards"))), world))
    except (AilabError, RecursionError):
        return Found(_still(world), say("Your cards could not be read: the robot stands still."))


def _without_program(notebook: OwnNotebook, say: Translations) -> Found[Run]:
    world = _world(notebook.value("my_map"), say)
    return Found(_still(world), say("A typed program runs in a sandbox only, and this machine has none. The world is shown without it."))


def _run_of_program(notebook: OwnNotebook, answer: Answer, say: Translations) -> Found[Run]:
    drawn = answer.read("my_map").value
    world = _world(drawn if isinstance(drawn, str) else notebook.value("my_map"), say)
    met: list[_Guest] = []

    def start() -> _Guest:
        met.append(_Guest(world))
        return met[-1]

    outcome = answer.meet("program", start)
    return Found(met[-1].run(), _what_stopped(outcome, say))


def _what_stopped(outcome: Outcome, say: Translations) -> str:
    if outcome.error in _STOPPED:
        return say("Your program took too long and was stopped.")
    if outcome.error:
        return say("Your program stopped before its end: `{error}`.").format(error=plain_words(outcome.error, _LONGEST_WORDS))
    return ""


class _Guest:
    """A robot that a stranger's program meets; what it says is fit for a page."""

    def __init__(self, world: GridWorld) -> None:
        self._partner = in_world(world)()
        self.verbs = self._partner.verbs

    def tell(self, verb: str, /, *args: Any, **kwargs: Any) -> Any:
        """Do what one verb says."""
        return self._partner.tell(verb, *map(_plain, args), **{name: _plain(value) for name, value in kwargs.items()})

    def result(self) -> None:
        """Say nothing: the run says it all."""

    def run(self) -> Run:
        """Return what the robot did."""
        return self._partner.run()


def _still(world: GridWorld) -> Run:
    return simulate(follow([]), world)


def _world(drawn: Any, say: Translations) -> GridWorld:
    """Return the world of a drawing, or raise NotThere."""
    unclear = NotThere(say("Your world could not be drawn. Open the exercise and look at it again."))
    if not isinstance(drawn, str) or len(drawn) > _LONGEST_MAP:
        raise unclear
    try:
        world = World.from_text(plain_lines(drawn), name="drawn")
    except (AilabError, ValueError, TypeError, RecursionError):
        raise unclear from None
    if not isinstance(world, GridWorld):
        raise unclear
    if max(world.width, world.height) > _MOST_SQUARES:
        raise NotThere(say("Your world is too large for this page: it takes {most} squares each way.").format(most=_MOST_SQUARES))
    return world


def _map_of(picture: Any) -> Any:
    """Return a painted picture as a drawing in letters; NOTHING for what is none."""
    try:
        return "\n".join("".join(_SQUARES[int(number)] for number in row if number >= 0) for row in picture)
    except (TypeError, ValueError, IndexError, OverflowError):
        return NOTHING


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain_words(value, _LONGEST_WORDS)
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
