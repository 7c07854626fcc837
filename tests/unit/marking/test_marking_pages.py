"""The marking pages as a browser without any script gets them."""

import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest
from tests.unit.desk.conftest import Browser
from tests.unit.marking.desk_alone import desk_of
from tests.unit.marking.marked_class import CHECK, EXERCISE, MODULE, PLAIN, grades, learner

from ailab.office.centre import Centre, session_of
from ailab.office.centre.tables import MarkMade, Person

ROOT = f"class/argan/marking/{MODULE}/{EXERCISE}/"


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Tell no learner; remember after how long they would have been told."""
    waits: list[float] = []
    for name in ("answer", "overview"):
        monkeypatch.setattr(f"ailab.office.desk.marking.{name}.tell_soon", lambda _centre, after_s=60.0: waits.append(after_s))
    return waits


@pytest.fixture
def address(centre: Centre) -> Iterator[str]:
    with desk_of(centre) as served:
        yield served


def browser(address: str, who: str = "c1-t-amina2") -> Browser:
    return Browser(client=httpx.Client(base_url=address, cookies={"visitor": who}, timeout=60, follow_redirects=True))


@pytest.fixture
def trainer(address: str) -> Iterator[Browser]:
    made = browser(address)
    yield made
    made.client.close()


@pytest.fixture
def colleague(address: str) -> Iterator[Browser]:
    made = browser(address, "c1-t-youcef")
    yield made
    made.client.close()


def seen_on(page: str) -> str:
    return re.findall(r'name="seen" value="([0-9a-f]+)"', page)[0]  # type: ignore[no-any-return]


def here(answer: httpx.Response) -> str:
    return answer.url.path.lstrip("/")


def save(trainer: Browser, path: str, levels: tuple[int, ...], **more: str) -> httpx.Response:
    form = {f"level-{at}": str(level) for at, level in enumerate(levels)}
    return trainer.press(path, {"do": "save", "seen": seen_on(trainer.page(path)), **form, **more})


def test_an_exercise_leads_to_its_next_answer_and_at_last_to_the_end(trainer: Browser, centre: Centre) -> None:
    answer = trainer.get(ROOT)
    for number in range(1, 5):
        assert f"Answer {number} of 4" in unescape(answer.text)
        answer = save(trainer, here(answer), (2, 1, 1))

    assert here(answer) == ROOT
    assert "All answers are marked (4)" in answer.text
    assert [points for points, *_ in grades(centre).values()] == [4.0, 4.0, 4.0, 4.0, None]


def test_no_page_of_an_answer_says_whose_it_is(trainer: Browser, centre: Centre) -> None:
    answer = trainer.get(ROOT)
    pages = [
        trainer.page("class/argan/marking/"),
        trainer.page(f"{ROOT}?all=1"),
        answer.text,
        trainer.page(f"class/argan/marking/{MODULE}/{PLAIN}/?all=1"),
    ]
    pages += [
        trainer.page(href.lstrip("/")) for href in re.findall(r'href="(/class/argan/marking/[a-z_]+/[a-z_]+/[a-z2-7]{20}/)"', pages[1])
    ]

    assert len(pages) == 9
    secrets = [
        word for number in range(5) for word in (learner(number), f"Gazelle {number}", f"gazelle{number}", f"Sample Learner {number}")
    ]
    for page in [*pages, str(answer.url)]:
        assert not [word for word in secrets if word.lower() in page.lower()]


def test_an_answer_of_another_trainers_order_is_not_there(trainer: Browser, colleague: Browser) -> None:
    mine = here(trainer.get(ROOT))

    assert colleague.get(mine).status_code == 404
    assert colleague.get(ROOT).status_code == 200


@pytest.mark.parametrize(("who", "status"), [("c1-t-others", 404), (learner(0), 403), ("nobody", 403)])
def test_who_does_not_teach_the_class_sees_nothing(address: str, who: str, status: int) -> None:
    stranger = browser(address, who)

    for path in ("class/argan/marking/", ROOT, "class/argan/marking/comments/"):
        assert stranger.get(path).status_code == status
    stranger.client.close()


def test_a_press_without_its_token_changes_nothing(trainer: Browser, centre: Centre) -> None:
    path = here(trainer.get(ROOT))

    assert trainer.client.post(path, data={"do": "save", "level-0": "1", "level-1": "1", "level-2": "1"}).status_code == 403
    assert grades(centre)[learner(0)][2]


def test_the_learner_reads_levels_and_comments_in_their_language(trainer: Browser, centre: Centre) -> None:
    path = here(trainer.get(ROOT))
    bank = re.findall(r'name="bank" value="(\d+)"', trainer.page(path))
    save(trainer, path, (1, 0, 1), bank=bank[1], own="Bravo <b>!</b>")

    (text,) = [comment for *_, comment in grades(centre).values() if comment]
    with session_of(centre) as session:
        row = session.query(MarkMade).one()
        language = session.get_one(Person, row.person).language
    first = {"fr": "Dit ce que coûte", "ar": "ذِكر ثمن الشجرة", "en": "Says what a missed"}[language]
    assert text.startswith(first)
    assert {"fr": "Prochaine étape", "ar": "الخطوة التالية", "en": "Next step"}[language] in text
    assert text.endswith("Bravo <b>!</b>")
    assert "Bravo &lt;b&gt;!&lt;/b&gt;" in trainer.page(path)


def test_a_missing_level_is_asked_for_and_nothing_is_lost(trainer: Browser, centre: Centre) -> None:
    path = here(trainer.get(ROOT))

    answer = trainer.press(
        path, {"do": "save", "seen": seen_on(trainer.page(path)), "level-0": "2", "level-2": "1", "own": "Half a thought"}
    )

    assert "Give each criterion one of its levels" in answer.text
    assert "Half a thought" in answer.text
    assert len(re.findall(r'name="level-\d" value="\d" required checked', answer.text)) == 2
    assert all(given is None for given, *_ in grades(centre).values())


@pytest.mark.parametrize("level", ["9", "-1", "x", "1000000000000"])
def test_a_level_that_does_not_exist_is_refused(trainer: Browser, centre: Centre, level: str) -> None:
    path = here(trainer.get(ROOT))

    trainer.press(path, {"do": "save", "seen": seen_on(trainer.page(path)), "level-0": level, "level-1": "1", "level-2": "1"})

    assert all(given is None for given, *_ in grades(centre).values())


def test_two_trainers_at_one_answer_the_second_is_told_and_may_decide(trainer: Browser, colleague: Browser, centre: Centre) -> None:
    colleague.press("language", {"language": "en", "here": ""})
    text = r"says answer (\d)"
    mine = here(trainer.get(ROOT))
    number = re.search(text, trainer.page(mine))
    assert number
    theirs = next(
        path
        for path in re.findall(r'href="/(class/argan/marking/[a-z_]+/[a-z_]+/[a-z2-7]{20}/)"', colleague.page(f"{ROOT}?all=1"))
        if number[0] in colleague.page(path)
    )
    stale = seen_on(colleague.page(theirs))
    save(trainer, mine, (2, 1, 1))

    answer = colleague.press(theirs, {"do": "save", "seen": stale, "level-0": "0", "level-1": "0", "level-2": "0"})

    assert "Somebody marked this answer while you looked at it" in answer.text
    assert grades(centre)[learner(int(number[1]))][0] == 4.0
    colleague.press(theirs, {"do": "save", "seen": seen_on(answer.text), "level-0": "0", "level-1": "0", "level-2": "0"})
    assert grades(centre)[learner(int(number[1]))][0] == 0.0


def test_undo_and_redo_are_buttons(trainer: Browser, centre: Centre) -> None:
    before, first = grades(centre), here(trainer.get(ROOT))
    save(trainer, first, (2, 0, 0))
    after = grades(centre)

    answer = trainer.press(ROOT, {"do": "undo"})
    assert (here(answer), grades(centre)) == (first, before)
    assert "The mark is taken back" in answer.text
    answer = trainer.press(ROOT, {"do": "redo"})
    assert (here(answer), grades(centre)) == (first, after)
    assert "There is no mark to give again" in trainer.press(ROOT, {"do": "redo"}).text


def test_an_answer_set_aside_comes_last_and_skipping_marks_nothing(trainer: Browser, centre: Centre) -> None:
    first = here(trainer.get(ROOT))
    second = here(trainer.press(first, {"do": "later"}))
    third = here(trainer.get(f"{ROOT}?after={second.split('/')[-2]}"))

    assert len({first, second, third}) == 3
    assert "look again" in trainer.page(first)
    for _ in range(3):
        answer = trainer.get(ROOT)
        assert here(answer) != first
        save(trainer, here(answer), (0, 0, 0))
    assert here(trainer.get(ROOT)) == first


def test_a_score_is_replaced_with_a_reason_and_given_back(trainer: Browser, centre: Centre) -> None:
    path = here(trainer.get(ROOT))
    seen = re.findall(r'name="seen" value="([0-9a-f]+)"', trainer.page(path))[1]
    form = {"do": "override", "check": "0", "seen": seen, "points": "4"}

    assert "Write the reason" in trainer.press(path, form).text
    answer = trainer.press(path, {**form, "reason": "The <i>check</i> was wrong."})

    assert "by hand" in answer.text
    assert "The &lt;i&gt;check&lt;/i&gt; was wrong." in answer.text
    assert [given for given, *_ in grades(centre, cell=CHECK).values() if given] == [4.0]
    seen = re.findall(r'name="seen" value="([0-9a-f]+)"', answer.text)[1]
    trainer.press(path, {"do": "take_back", "check": "0", "seen": seen})
    assert not [given for given, *_ in grades(centre, cell=CHECK).values() if given]


def test_a_new_comment_is_put_into_the_bank_and_ticked(trainer: Browser) -> None:
    path = here(trainer.get(ROOT))

    answer = trainer.press(path, {"do": "new_comment", "level-0": "1", "new-fr": "Belle <idée>.", "own": "Kept."})

    assert re.search(r'name="bank" value="\d+"( data-key="\d")? checked', answer.text)
    assert "Belle &lt;idée&gt;." in answer.text
    assert "Kept." in answer.text
    assert "Belle &lt;idée&gt;." in trainer.page("class/argan/marking/comments/")


def test_the_bank_is_changed_on_its_own_page(trainer: Browser) -> None:
    page = "class/argan/marking/comments/"
    (number, *_) = re.findall(r'name="number" value="(\d+)"', trainer.page(page))

    assert "Changed words" in trainer.press(page, {"do": "save", "number": number, "words-en": "Changed words"}).text
    assert "in one language at least" in trainer.press(page, {"do": "save", "number": number}).text
    assert "Changed words" not in trainer.press(page, {"do": "take_away", "number": number}).text


def test_learners_are_told_a_while_after_the_last_press_and_at_once_at_the_end(trainer: Browser, quiet: list[float]) -> None:
    answer = trainer.get(ROOT)
    for _ in range(4):
        answer = save(trainer, here(answer), (1, 1, 1))

    assert quiet == [60.0, 60.0, 60.0, 60.0, 0]


def test_an_exercise_without_a_text_can_be_looked_through(trainer: Browser) -> None:
    root = f"class/argan/marking/{MODULE}/{PLAIN}/"
    page = trainer.page(here(trainer.get(root)))

    assert "All answers, without names" in page
    assert trainer.get(f"class/argan/marking/{MODULE}/no_such_exercise/").status_code == 404


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_every_page_says_its_language_and_direction_and_holds_no_script(trainer: Browser, language: str, direction: str) -> None:
    trainer.press("language", {"language": language, "here": ""})

    for path in ("class/argan/marking/", here(trainer.get(ROOT)), f"{ROOT}?all=1", "class/argan/marking/comments/"):
        page = trainer.page(path)
        assert f'<html lang="{language}" dir="{direction}">' in page
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page)


def test_the_key_that_hides_names_is_nobody_elses(trainer: Browser, centre: Centre) -> None:
    trainer.get(ROOT)

    key = centre.folder / "marking.key"
    assert (len(key.read_bytes()), key.stat().st_mode & 0o777) == (32, 0o600)
