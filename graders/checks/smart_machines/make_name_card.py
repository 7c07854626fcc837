"""Hidden cases of make_name_card: the name is said where it should be, and comes from the variable."""

import ast

from ailab.checks import Case, Outcome, meet
from ailab.robot import in_world

STREET = in_world("first_steps")


def cases(_seed):
    # Name and program are the learner's own: there is nothing for a seed to change.
    return (
        Case("name_at_goal", _drive, accept=_says_it_at_the_goal, needs=("named", "said", "at_goal")),
        Case("greets", _drive, accept=_greets, needs=("at_goal",)),
        Case("one_name", _uses_the_variable, True, needs=("named", "said")),
    )


class _Listener:
    def __init__(self):
        self.robot = STREET()
        self.verbs = self.robot.verbs
        self.said = []

    def tell(self, verb, /, *args, **kwargs):
        answer = self.robot.tell(verb, *args, **kwargs)
        if verb == "say":
            text, *_ = (*args, *kwargs.values())
            self.said.append((str(text), self.robot.tell("at_goal")))
        return answer

    def result(self):
        return {**self.robot.result(), "said": self.said}


def _drive(answer):
    outcome = meet("program", _Listener)(answer)
    return Outcome(value={"said": outcome.value["said"], "name": answer.read("robot_name").value}, error=outcome.error)


def _says_it_at_the_goal(outcome):
    name = outcome.value["name"].strip()
    return not outcome.error and any(name in text for text, at_goal in outcome.value["said"] if at_goal)


def _greets(outcome):
    return not outcome.error and not outcome.value["said"][0][1]


def _uses_the_variable(answer):
    """Ask whether the program reads the variable, so that a new name is typed once."""
    tree = answer.tree("program")
    read = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    return Outcome(value="robot_name" in read)
