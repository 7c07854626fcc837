"""Hidden cases of guide_robot: WORLD-CANARY-1."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from ailab.checks import Case, Outcome, meet
from ailab.robot import World, in_world

SEED = 77123456


def cases(seed: int) -> tuple[Case, ...]:
    """Return a long lane and two with a bend, all with names that must not be heard."""
    steps = 5 + int(Random(seed).random() * 20)
    return (
        Case("far", _lane(">" + "." * steps + "G"), accept=arrives),
        Case("bend", _lane(">.." + "\n##." * 3 + "\n##G"), accept=arrives),
        Case("two_bends", _lane(">..\n##.\nG.."), accept=arrives),
    )


def arrives(outcome: Outcome) -> bool:
    """Accept a robot that ends on the flag."""
    return bool(not outcome.error and outcome.value["solved"])


def _lane(drawing: str) -> Callable[..., Outcome]:
    world = replace(World.from_text(drawing, name="world_canary_2"), title="WORLD-CANARY-3")
    return meet("program", in_world(world, seed=SEED))
