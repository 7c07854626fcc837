"""Hidden cases of tally_positions: other surveys, drawn from a seed."""

from random import Random

from ailab.checks import Case, call

POSITIONS = ("keeper", "defender", "midfielder", "striker")


def cases(seed):
    random = Random(seed)
    alone = POSITIONS[int(4 * random.random())]
    absent = POSITIONS[int(4 * random.random())]
    others = [position for position in POSITIONS if position != absent]
    return (
        _case("many", [*POSITIONS, *_drawn(random, POSITIONS, 36), "keeper", "striker", "striker"], ("all_four",)),
        _case("one_absent", [*_drawn(random, others, 9), *others]),
        _case("one_alone", [alone] * (3 + int(5 * random.random()))),
        _case("one_answer", [alone]),
    )


def _case(name, answers, needs=("all_four", "no_defender")):
    return Case(name, call("tally", answers), {position: answers.count(position) for position in POSITIONS}, needs=needs)


def _drawn(random, positions, many):
    return [positions[int(len(positions) * random.random())] for _ in range(many)]
