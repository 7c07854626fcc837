"""Notices when a keyboard is behind a stop."""

import re

from ailab.explain.keyboard.repair import Change, Repaired, repair
from ailab.explain.near import course_words
from ailab.explain.stop import Stop
from ailab.explain.told import Told
from ailab.lang import Translations


def noticed(stop: Stop, say: Translations) -> tuple[Told, Repaired] | None:
    """Return what is told about a keyboard that played a trick, and the repaired cell."""
    if not _may_be(stop):
        return None
    repaired = repair(stop.source, {*stop.names, *course_words(), *_behind_dots(stop)})
    change = _first(stop, repaired)
    return None if change is None else (_told(change, say), repaired)


def _may_be(stop: Stop) -> bool:
    if isinstance(stop.error, SyntaxError):
        return not stop.source.isascii() or ")" in stop.source
    return isinstance(stop.error, NameError | AttributeError) and not _name(stop).isascii()


def _name(stop: Stop) -> str:
    return str(getattr(stop.error, "name", None) or "")


def _behind_dots(stop: Stop) -> list[str]:
    holder = getattr(stop.error, "obj", None)
    return [] if holder is None else [name for name in dir(holder) if not name.startswith("_")]


def _first(stop: Stop, repaired: Repaired) -> Change | None:
    """Return the change to speak about: one on the line that stopped, and for a name one of the name itself."""
    name = _name(stop)
    changes = [change for change in repaired.changes if isinstance(stop.error, SyntaxError) or name in change.found or change.found in name]
    return next((change for change in changes if change.line == stop.line), changes[0] if changes else None)


def _told(change: Change, say: Translations) -> Told:
    step = _step(change, say)
    match change.why:
        case "word":
            what = say("`{found}` is the word `{put}`, typed while the keyboard was on Arabic.").format(found=change.found, put=change.put)
        case "invisible":
            what = say("There is an invisible sign in this line, and Python cannot read it.")
        case "brackets":
            what = say("The round brackets stand the wrong way round: a keyboard on Arabic mirrors them.")
        case _ if not change.put:
            what = say("Python does not read the sign `{found}`; in code it is left out.").format(found=change.found)
        case _:
            what = say("Python does not read the sign `{found}`; in code it is written `{put}`.").format(found=change.found, put=change.put)
    return Told(what, step)


def _step(change: Change, say: Translations) -> str:
    if change.why == "brackets" or re.search("[\u0600-\u06ff]", change.found):
        return say("The repaired cell stands below. To type code, switch the keyboard to Latin letters.")
    return say("The repaired cell stands below. Such signs often come along when a text is copied.")
