"""Worlds by name: those that ship with ailab, and those a learner draws."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from textwrap import dedent
from typing import Any

from ailab.robot.mistakes import RobotMisused, UnknownWorld, WorldUnreadable, say, shown
from ailab.robot.problem import together
from ailab.robot.read import read_map, read_world
from ailab.robot.sound import faults
from ailab.robot.world import Arena, GridWorld


class World:
    """A world that ships with ailab, or one that we draw ourselves.

    Parameters
    ----------
    name : str
        Name of a shipped world, for instance ``"six_palms"``.

    Returns
    -------
    GridWorld or Arena
        A record that says all about the world; programs never change it.

    Raises
    ------
    UnknownWorld
        When there is no such world; the message names the nearest one.

    Examples
    --------
    >>> World("first_steps").width
    7
    >>> World.from_text(">..G").goal
    frozenset({(3, 0)})
    """

    def __new__(cls, name: str) -> Any:
        """Return the world of this name."""
        return find_world(name)

    @staticmethod
    def from_text(text: str, *, kind: str = "grid", name: str = "drawn") -> Any:
        """Return the world of a drawing.

        Parameters
        ----------
        text : str
            Rows of letters: ``#`` wall, ``.`` floor, one of ``> < ^ v`` where the robot starts, ``G`` goal,
            ``d`` date, ``o`` olive, ``x`` parcel, ``p`` palm, ``b`` battery. Every palm wants water, every
            date, olive and parcel wants to be picked. A text with ``map =`` in it is read as a world file.
        kind : {"grid", "arena"}
            Cells, or a floor on which one letter is a square of 20 cm and ``O`` a round obstacle.
        name : str
            A name for the world.

        Returns
        -------
        GridWorld or Arena
            The world.

        Raises
        ------
        WorldUnreadable
            When it is no world; the message lists every problem.

        Examples
        --------
        >>> World.from_text('''
        ...     ####
        ...     #>p#
        ...     ####
        ... ''').wanted.watered
        frozenset({(2, 1)})
        """
        if not isinstance(text, str):
            raise RobotMisused(say("A world is drawn as text between quotation marks; this is `{given}`.").format(given=shown(text)))
        if kind not in ("grid", "arena"):
            raise RobotMisused(say("There are two kinds of worlds, `grid` and `arena`; this is `{given}`.").format(given=shown(kind)))
        if "map" in text and "=" in text:
            return read_world(text, name=name)
        return read_map(dedent(text.expandtabs(4)), name=name, kind=kind)

    @staticmethod
    def load(path: str | Path) -> Any:
        """Return the world of a file.

        Parameters
        ----------
        path : str or Path
            A world file (``.toml``), or a file that holds a drawing alone.

        Returns
        -------
        GridWorld or Arena
            The world.

        Raises
        ------
        WorldUnreadable
            When the file is missing or no world.

        Examples
        --------
        >>> World.load("no_such_file.toml")
        Traceback (most recent call last):
        ailab.robot.mistakes.WorldUnreadable: There is no file `no_such_file.toml`. Look at its name and folder.
        """
        place = Path(path)
        try:
            text = place.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise WorldUnreadable(say("There is no file `{name}`. Look at its name and folder.").format(name=place.name)) from None
        except (OSError, UnicodeDecodeError) as error:
            raise WorldUnreadable(say("The file `{name}` cannot be read: {why}.").format(name=place.name, why=error)) from None
        if place.suffix == ".toml":
            return read_world(text, name=place.stem, file=place.name)
        return read_map(text, name=place.stem)


def world_names() -> tuple[str, ...]:
    """Return the names of all shipped worlds.

    Returns
    -------
    tuple of str
        In alphabetical order.

    Examples
    --------
    >>> "six_palms" in world_names()
    True
    """
    folder = files("ailab.robot") / "worlds"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def find_world(world: Any) -> GridWorld | Arena:
    """Return the world that is meant: by name, or as a record, which must be sound.

    Parameters
    ----------
    world : str, GridWorld or Arena
        A name, or a world.

    Returns
    -------
    GridWorld or Arena
        The world.

    Raises
    ------
    UnknownWorld
        When no world has this name.
    WorldUnreadable
        When the record breaks a rule of worlds.
    RobotMisused
        When it is neither.

    Examples
    --------
    >>> find_world("square_patrol").name
    'square_patrol'
    """
    if isinstance(world, str):
        return _shipped(world)
    if not isinstance(world, GridWorld | Arena):
        raise RobotMisused(
            say("`{given}` is no world. Give the name of one, for instance `{example}`.").format(given=shown(world), example='"six_palms"')
        )
    wrong = faults(world)
    if wrong:
        raise WorldUnreadable(together(wrong))
    return world


@lru_cache(maxsize=64)
def _shipped(name: str) -> GridWorld | Arena:
    known = world_names()
    if name not in known:
        raise UnknownWorld(name, known)
    text = (files("ailab.robot") / "worlds" / f"{name}.toml").read_text(encoding="utf-8")
    return read_world(text, name=name, file=f"{name}.toml")
