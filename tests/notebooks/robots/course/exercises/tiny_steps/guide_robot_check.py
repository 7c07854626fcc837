"""Visible cases of guide_robot."""

from ailab.checks import Answer, Case, Misconception, Outcome, meet
from ailab.robot import in_world

STREET = meet("program", in_world("first_steps"))


def arrives(outcome: Outcome) -> bool:
    """Accept a robot that ends on the flag."""
    return bool(not outcome.error and outcome.value["solved"])


def stays(answer: Answer) -> bool:
    """Recognise a robot that never makes a step."""
    return not STREET(answer).value["moves"]


CASES = (Case("street", STREET, accept=arrives, label="The robot reaches the flag"),)
MISCONCEPTIONS = (Misconception("stays", stays, "The robot stays where it is. Begin with `robot.forward()`."),)
