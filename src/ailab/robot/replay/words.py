"""A run in sentences, in the reader's language: where the robot went, how it ended, what is missing."""

from collections.abc import Iterator

from ailab.lang import Language, Translations, decimal_text, library_translations
from ailab.robot.replay.changes import at_the_end, cell_at
from ailab.robot.trace import Outcome, Trace
from ailab.robot.world import GridWorld, World, wants_something

_PIECE, _END = "\u2066", "\u2069"
"""A left-to-right piece inside a sentence of any direction."""


def title(world: World, language: Language) -> str:
    """Return the title of a world."""
    return library_translations(language)(world.title or world.name.replace("_", " "))


def isolated(text: str, language: Language) -> str:
    """Return text that stays left-to-right inside an Arabic sentence."""
    return f"{_PIECE}{text}{_END}" if language == "ar" else text


def way_sentence(trace: Trace, language: Language) -> str:
    """Return from where to where the robot went: what the picture shows."""
    say = library_translations(language)
    return say("The robot starts at {start} and ends at {end}, facing {direction}.").format(
        start=_place(trace, 0, language), end=_place(trace, -1, language), direction=_direction(trace.heading[-1], say)
    )


def _place(trace: Trace, at: int, language: Language) -> str:
    return isolated(f"({round(trace.x[at])}, {round(trace.y[at])})", language)


def _direction(heading: float, say: Translations) -> str:
    names = (
        say("north"),
        say("northeast"),
        say("east"),
        say("southeast"),
        say("south"),
        say("southwest"),
        say("west"),
        say("northwest"),
    )
    return names[round(heading / 45) % 8]


def result_sentences(trace: Trace, outcome: Outcome, language: Language) -> tuple[str, ...]:
    """Return what the run came to: how far, how it ended, what is missing."""
    say = library_translations(language)
    judged = (_judgment(trace, outcome, say),) if wants_something(trace.world) else ()
    return (_counts(trace, outcome, language), *_ending(outcome, language), *judged)


def _counts(trace: Trace, outcome: Outcome, language: Language) -> str:
    say = library_translations(language)
    if isinstance(trace.world, GridWorld):
        return say("Steps: {steps}. Bumps: {bumps}.").format(steps=outcome.moves, bumps=outcome.bumps)
    return say("Way: {distance} cm in {seconds} s. Bumps: {bumps}.").format(
        distance=isolated(decimal_text(round(outcome.distance), language), language),
        seconds=isolated(decimal_text(round(trace.time[-1] - trace.time[0], 1), language), language),
        bumps=outcome.bumps,
    )


def _ending(outcome: Outcome, language: Language) -> tuple[str, ...]:
    say = library_translations(language)
    if outcome.ended == "too_long":
        return (say("The program went on too long and was ended. Look for a loop that never stops."),)
    if outcome.ended == "empty":
        return (say("The battery ran empty before the end."),)
    if outcome.ended == "stopped":
        return (say("The run was stopped."),)
    if outcome.ended == "error":
        return (say("The program ended with an error: {error}.").format(error=isolated(outcome.error or "?", language)),)
    return ()


def _judgment(trace: Trace, outcome: Outcome, say: Translations) -> str:
    if outcome.solved:
        return say("All done: everything is as it should be.")
    parts = say(", ").join(_missing(trace, say))
    return say("Still missing: {things}.").format(things=parts) if parts else say("Not all is done yet.")


def _missing(trace: Trace, say: Translations) -> Iterator[str]:
    world = trace.world
    if not isinstance(world, GridWorld):
        if world.goal and not any(event.kind == "goal" for event in trace.events):
            yield say("reach the goal")
        return
    if world.goal and cell_at(trace, -1) not in world.goal:
        yield say("end on the goal")
    yield from (text.format(count=count) for text, count in _unfulfilled(trace, world, say) if count)


def _unfulfilled(trace: Trace, world: GridWorld, say: Translations) -> tuple[tuple[str, int], ...]:
    painted, lying = at_the_end(trace)
    watered = [cell_at(trace, event.at) for event in trace.events if event.kind == "water"]
    wanted = world.wanted
    return (
        (say("palms to water once: {count}"), sum(watered.count(cell) != 1 for cell in wanted.watered)),
        (say("things to pick: {count}"), sum(cell in lying for cell in wanted.cleared)),
        (say("things to bring: {count}"), sum(_is_not(lying.get(cell), thing) for cell, thing in wanted.things.items())),
        (say("cells to paint: {count}"), sum(painted.get(cell) != color for cell, color in wanted.paint.items())),
    )


def _is_not(lying: str | None, thing: str) -> bool:
    return lying != thing and not (thing == "palm" and lying == "watered")
