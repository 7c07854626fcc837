"""Hidden cases of plan_robot_project: nothing private is collected, and a human is asked."""

from ailab.checks import Case, Outcome


def cases(_seed):
    # The plan is the learner's own: there is nothing for a seed to change.
    return (
        Case("not_private", lambda answer: Outcome(value="photos" not in _laid(answer)), True, needs=("whole",)),
        Case("human_decides", lambda answer: Outcome(value=_box(answer, "unsure") == ["asks"]), True, needs=("whole",)),
    )


def _box(answer, name):
    plan = answer.read("plan").value
    cards = plan.get(name) if isinstance(plan, dict) else None
    return list(cards) if isinstance(cards, list | tuple) else []


def _laid(answer):
    return [card for name in ("who", "problem", "data", "unsure") for card in _box(answer, name)]
