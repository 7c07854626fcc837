"""Hidden cases of escape_maze: lanes without crossings, drawn from a seed."""

from itertools import pairwise
from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world

NODES = 6
"""Lanes go over a lattice of this many places each way, with walls between."""
STEPS = ((0, -1), (1, 0), (0, 1), (-1, 0))


def cases(seed):
    random = Random(seed)
    return (
        _case("right_first", _lane(random, lambda bends: bends[0] == 1)),
        _case("left_first", _lane(random, lambda bends: bends[0] == -1)),
        _case("hairpins", _lane(random, lambda bends: (1, 1) in _pairs(bends) and (-1, -1) in _pairs(bends))),
        _case("goes_on_behind", _lane(random, lambda bends: len(bends) > 5, behind=3)),
    )


def _case(name, world):
    return Case(name, meet("program", in_world(world)), accept=_arrives)


def _arrives(outcome):
    return not outcome.error and outcome.value["solved"] and outcome.value["ended"] == "done"


def _pairs(bends):
    return set(pairwise(bends))


def _lane(random, fits, *, behind=0):
    """Return a lane whose bends fit: 1 to the right, -1 to the left. It goes on behind its goal by some places."""
    while True:
        places, headings = _walk(random)
        bends = [(later - earlier + 1) % 4 - 1 for earlier, later in pairwise(headings) if later != earlier]
        if len(places) > 12 and min(bends.count(1), bends.count(-1)) >= 2 and fits(bends):
            return _drawn(places, headings[0], len(places) - 1 - behind)


def _walk(random):
    """Return places of a way that never meets itself, and the headings between them."""
    place, heading = (int(NODES * random.random()), int(NODES * random.random())), int(4 * random.random())
    places, headings = [place], []
    while True:
        free = [way for way in (heading - 1, heading, heading + 1) if _is_free(_next(place, way % 4), places)]
        if not free:
            return places, headings
        heading = free[int(len(free) * random.random())] % 4
        place = _next(place, heading)
        places.append(place)
        headings.append(heading)


def _next(place, heading):
    return place[0] + STEPS[heading][0], place[1] + STEPS[heading][1]


def _is_free(place, places):
    return 0 <= place[0] < NODES and 0 <= place[1] < NODES and place not in places


def _drawn(places, heading, goal):
    rows = [["#"] * (2 * NODES + 1) for _ in range(2 * NODES + 1)]
    for (x, y), (u, v) in zip(places, [*places[1:], places[-1]], strict=True):
        rows[2 * y + 1][2 * x + 1] = rows[y + v + 1][x + u + 1] = "."
    (x, y), (u, v) = places[0], places[goal]
    rows[2 * y + 1][2 * x + 1] = "^>v<"[heading]
    rows[2 * v + 1][2 * u + 1] = "G"
    return World.from_text("\n".join(map("".join, rows)))
