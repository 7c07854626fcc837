"""Programs made of cards."""

from typing import Any

import pytest

from ailab.robot import World, follow, simulate
from ailab.robot.cards import card_count
from ailab.robot.mistakes import RobotMisused


def test_blocks_lie_in_blocks() -> None:
    cards = [["repeat", 2, [["repeat", 2, ["forward"]], "turn_left", "turn_left"]]]

    assert simulate(follow(cards), "first_steps").trace.command[1:] == (*["forward"] * 2, *["turn_left"] * 2) * 2


def test_a_verb_may_carry_a_value() -> None:
    run = simulate(follow([["forward", 3], ["paint", "red"], ["say", "Salam"]]), "first_steps")

    assert [event.what for event in run.trace.events] == ["red", "Salam"]
    assert run.outcome.moves == 3


def test_if_wall_chooses() -> None:
    cards = [["repeat_until_goal", [["if_wall", ["turn_right"], ["forward"]]]]]

    assert simulate(follow(cards), World.from_text(">.#\n#.#\n#G#")).solved


def test_if_wall_needs_no_otherwise() -> None:
    assert simulate(follow([["if_wall", ["turn_left"]], "forward"]), "first_steps").trace.command[1:] == ("forward",)


def test_a_goal_that_never_comes_is_bounded() -> None:
    assert simulate(follow([["repeat_until_goal", []]]), "first_steps").outcome.ended == "too_long"


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ("forward", "It needs a list"),
        (["forwart"], "Card 1: `cards` got `'forwart'`. Did you mean"),
        (["forward", 3], "Card 2"),
        ([[]], "Card 1"),
        (["forward", ["repeat", ["forward"]]], "Card 2: `repeat` needs how many times"),
        ([["repeat", -1, []]], "needs how many times"),
        ([["repeat", True, []]], "needs how many times"),
        ([["repeat", 10**6, []]], "needs how many times"),
        ([["if_wall"]], "`if_wall` needs cards in a list"),
        ([["repeat_until_goal", [], []]], "`repeat_until_goal` needs cards in a list"),
        ([["forward", 1, 2]], "One value is enough"),
        ([["forward", ["forward"]]], "One value is enough"),
        (["forward"] * 501, "more than 500"),
        ([["repeat", 2, "forward"]], "It needs a list"),
        (None, "It needs a list"),
        ([["at_goal"]], "It knows"),
    ],
)
def test_wrong_cards_are_explained(cards: Any, said: str) -> None:
    with pytest.raises(RobotMisused) as caught:
        follow(cards)
    assert said in str(caught.value)


def test_cards_that_hold_themselves_are_refused() -> None:
    cards: list[Any] = ["repeat", 2]
    cards.append([cards])

    with pytest.raises(RobotMisused, match="deep in each other"):
        follow([cards])


def test_cards_are_counted_with_those_inside() -> None:
    assert card_count(["forward", ["if_wall", ["turn_left"], ["forward", "water"]]]) == 5


def test_cards_drive_on_a_floor_too() -> None:
    assert simulate(follow([["forward", 30], "turn_left"]), "color_floor").outcome.distance == pytest.approx(30)
