"""A pad without anybody who could press it: plain data, a still page, words in three languages."""

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest

from ailab.activities.pad import Pad, pad
from ailab.activities.source import read_cards
from ailab.activities.widget import PadWidget
from ailab.lang import LANGUAGES, Language, library_translations
from ailab.robot.mistakes import RobotMisused, UnknownWorld
from ailab.robot.shipped import World

SOLUTION: list[Any] = [["repeat", 6, ["forward", "water"]]]
VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Language:
    """Return each language in turn, as the reader's."""
    monkeypatch.setenv("AILAB_LANG", request.param)
    chosen: Language = request.param
    return chosen


@pytest.fixture
def widget() -> Iterator[PadWidget]:
    """Return the widget of a pad, as nobody shows it."""
    made = PadWidget(pad("six_palms"), "en")
    yield made
    made.close()


def test_cards_are_plain_data_that_nobody_can_change_from_outside() -> None:
    board = pad("six_palms", cards=SOLUTION)

    board.cards.append("pick")
    cast("list[Any]", board.cards[0])[2].append("pick")

    assert board.cards == SOLUTION
    assert json.loads(json.dumps(board.cards)) == SOLUTION


def test_pad_without_cards_has_none() -> None:
    assert pad("six_palms").cards == []


def test_tuples_become_lists() -> None:
    cards: list[Any] = [("repeat", 2, ("forward",))]

    assert pad("six_palms", cards=cards).cards == [["repeat", 2, ["forward"]]]


def test_run_says_whether_the_cards_solve_the_world() -> None:
    assert pad("six_palms", cards=SOLUTION).run.solved
    assert not pad("six_palms", cards=["forward"]).run.solved


@pytest.mark.parametrize(
    ("world", "words"),
    [
        (">..G", ["forward", "turn_left", "turn_right", "repeat", "if_wall", "repeat_until_goal"]),
        (">.p", ["forward", "turn_left", "turn_right", "water", "repeat", "if_wall"]),
        (">.d", ["forward", "turn_left", "turn_right", "pick", "repeat", "if_wall"]),
    ],
    ids=["goal", "palm", "date"],
)
def test_world_decides_which_buttons_there_are(world: str, words: list[str]) -> None:
    assert list(pad(World.from_text(world)).words) == words


def test_author_may_allow_fewer_buttons_in_our_order() -> None:
    assert pad("six_palms", allowed=["water", "forward"]).words == ("forward", "water")


def test_colors_wanted_have_a_button_each() -> None:
    world = World.from_text('map = """\n>..\n"""\ngoal_map = """\n.RB\n"""\nkind = "grid"\nformat_version = 1\ntitle = "Floor"\n')

    buttons = [each["card"] for each in pad(world).scene("en")["palette"]]

    assert [card for card in buttons if card[0] == "paint"] == [["paint", "red"], ["paint", "blue"]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"world": "six_palms", "cards": ["forwardd"]}, "forward"),
        ({"world": "six_palms", "cards": "forward"}, "list"),
        ({"world": "six_palms", "allowed": ["forwards"]}, "Did you mean `forward`"),
        ({"world": "six_palms", "allowed": ["zzz"]}, "repeat_until_goal"),
        ({"world": "six_palms", "limit": 0}, "limit=8"),
        ({"world": "six_palms", "limit": True}, "limit=8"),
        ({"world": "line_oval"}, "arena"),
        ({"world": 7}, "six_palms"),
    ],
    ids=["card", "no list", "near button", "other button", "limit zero", "limit true", "arena", "number"],
)
def test_what_a_pad_cannot_use_is_told(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(RobotMisused, match=words):
        pad(**arguments)


def test_unknown_world_names_the_nearest() -> None:
    with pytest.raises(UnknownWorld, match="six_palms"):
        pad("six_palm")


def test_still_page_needs_no_script_and_stands_in_the_readers_direction(language: Language) -> None:
    bundle = pad("six_palms", cards=SOLUTION)._repr_mimebundle_()

    assert set(bundle) == {"text/html", "text/plain"}
    assert '<img alt="' in bundle["text/html"]
    assert "<script" not in bundle["text/html"]
    assert f'dir="{"rtl" if language == "ar" else "ltr"}" lang="{language}"' in bundle["text/html"]


def test_text_twin_tells_world_and_cards_in_the_readers_language(language: Language) -> None:
    say = library_translations(language)

    text = pad("six_palms", cards=SOLUTION)._repr_mimebundle_()["text/plain"]

    assert say("repeat × {count}").format(count=6) in text
    assert f"1. {say('forward')}" in text
    assert "# # #" in text


def test_pad_without_cards_says_so(language: Language) -> None:
    assert library_translations(language)("no cards yet") in pad("six_palms").as_text()


def test_front_end_gets_words_and_map_in_the_readers_language(language: Language) -> None:
    scene = pad("six_palms").scene(language)

    assert scene["direction"] == ("rtl" if language == "ar" else "ltr")
    assert scene["words"]["run"] == library_translations(language)("Run")
    assert scene["palette"][0] == {"card": "forward", "label": library_translations(language)("forward")}
    assert scene["map"].startswith("<svg")


def test_every_pose_knows_its_card() -> None:
    board = pad("six_palms", cards=["forward", ["if_wall", ["turn_left"], ["water"]], ["repeat", 2, ["forward"]]])

    played = board.play("en")

    assert played["card"] == [-1, 0, 3, 5, 5]
    assert played["heads"]["5"] == 90


def test_pad_without_cards_shows_the_robot_at_its_start() -> None:
    played = pad("six_palms").play("en")

    assert (played["card"], played["solved"], played["text"]) == ([-1], False, "cards = []")


def test_bump_is_told_kindly_where_it_happens() -> None:
    played = pad("six_palms", cards=["turn_left", "forward"]).play("en")

    assert played["said"] == [{"at": 2, "kind": "bump", "text": "A wall. The robot stays where it is."}]
    assert (played["x"][2], played["y"][2]) == (played["x"][0], played["y"][0])


def test_endless_cards_come_to_an_end_with_a_friendly_word() -> None:
    played = pad("small_maze", cards=[["repeat_until_goal", ["turn_left"]]]).play("en")

    assert not played["solved"]
    assert "too long" in played["result"]


def test_world_that_wants_nothing_is_never_called_solved() -> None:
    played = pad("courtyard", cards=["forward"]).play("en")

    assert (played["solved"], played["result"]) == (False, "The robot has followed all cards.")


def test_verb_that_this_robot_lacks_is_told_and_not_raised() -> None:
    assert "backward" in pad("six_palms", cards=["backward"]).play("en")["result"]


def test_pressed_cards_come_back_as_a_run(widget: PadWidget) -> None:
    widget._take(widget, {"kind": "edit", "number": 3, "cards": SOLUTION}, [])

    assert widget.cards == SOLUTION
    assert (widget.play["number"], widget.play["solved"]) == (3, True)
    assert read_cards(widget.play["text"].removeprefix("cards = ")) == SOLUTION


def test_cards_of_the_answer_cell_are_read_back(widget: PadWidget) -> None:
    widget._take(widget, {"kind": "read", "text": '[\n  "forward",  # mine\n  ("repeat", 2, ["water"]),\n]'}, [])

    assert widget.cards == ["forward", ["repeat", 2, ["water"]]]
    assert widget.play["number"] == 0


@pytest.mark.parametrize("text", ["steps", "[forward]", '["fly"]', "[", '"forward"'], ids=["name", "names", "verb", "half", "text"])
def test_answer_cell_that_holds_no_cards_is_told_and_changes_nothing(widget: PadWidget, text: str) -> None:
    widget._take(widget, {"kind": "edit", "number": 1, "cards": ["forward"]}, [])

    widget._take(widget, {"kind": "read", "text": text}, [])

    assert widget.cards == ["forward"]
    assert "cannot read" in widget.play["trouble"]


@pytest.mark.parametrize("content", [None, {}, {"kind": "edit"}, {"kind": "edit", "cards": 3, "number": 1}, {"kind": "run"}])
def test_message_that_means_nothing_is_ignored(widget: PadWidget, content: object) -> None:
    widget._take(widget, content, [])

    assert widget.cards == []


def test_cards_too_deep_are_told_and_the_last_ones_kept(widget: PadWidget) -> None:
    deep: list[Any] = ["forward"]
    for _ in range(12):
        deep = [["repeat", 2, deep]]

    widget._take(widget, {"kind": "edit", "number": 1, "cards": deep}, [])

    assert widget.cards == []
    assert widget.play["trouble"]


def test_all_that_travels_is_json(widget: PadWidget) -> None:
    assert json.loads(json.dumps([widget.scene, widget.cards, widget.play])) == [widget.scene, widget.cards, widget.play]


def test_pad_is_not_the_widget() -> None:
    # Nothing to press is made where nobody listens: nbclient would store its state, and drop the still page.
    assert not isinstance(pad("six_palms"), PadWidget)
    assert isinstance(pad("six_palms"), Pad)
