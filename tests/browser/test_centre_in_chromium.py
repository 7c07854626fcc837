"""A day at a centre as its people live it: a child comes in, works and hands in; the trainer takes attendance, grades, marks and issues; the child reads it."""

import asyncio
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
import pypdfium2
import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from ailab.lang import Language, library_translations
from ailab.office.centre import session_of
from ailab.office.centre.attendance import meetings_of, register_of
from ailab.office.centre.people import NewSecret
from ailab.office.centre.round.index import attempts_of
from ailab.office.centre.tables import Comment, Issued, Presence
from tests.hub.last_day import MINUTES, MODULE, LastDay, last_day
from tests.hub.living import GROUP, ROOT, TRAINER, Centre, fresh_centre, running
from tests.hub.pupil import Pupil

from .conftest import open_chromium

pytestmark = [pytest.mark.browser, pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(900)]

TYPED: Final = "write_rule_by_hand"
RIGHT: Final = ("def rule(length_mm, width_mm):", 'return "argan" if width_mm > 17.5 else "olive"')
WRITTEN: Final = "choose_metric_for_sick_trees"
CHOSEN: Final = ('metric, reason, threshold = "recall", "a", 38',)
WORDS: Final = "الشجرة المريضة التي لا نزورها تنقل المرض إلى جيرانها، فتخسر العائلة محصولها. نقبل 9 زيارات بلا فائدة، ونجد 19 من 20 شجرة."
FRIENDS_WORDS: Final = "نزور الأشجار كلّها."
DONE_BEFORE: Final = ("code_nearest_neighbours", "fit_predict_score", "read_tree_questions", "count_confusion_matrix")
LATE_MINUTES: Final = "25"
_PATIENCE_S: Final = 180
_SCREEN: Final = "--window-size=1366,768"


@dataclass
class Seat:
    """A person at a screen of their own; every page they look at is kept as a picture."""

    browser: Chrome
    centre: Centre
    language: Language
    album: Path

    def see(self, name: str) -> None:
        self.browser.save_screenshot(str(self.album / f"{len(list(self.album.iterdir())) + 1:02d}-{name}.png"))

    def go(self, path: str) -> None:
        self.browser.get(f"{self.centre.address}{path}")

    def desk(self, path: str) -> None:
        self.go(f"/services/desk/class/{GROUP}/{path}")

    def until(self, condition: Callable[[], object], seconds: float = _PATIENCE_S) -> None:
        WebDriverWait(self.browser, seconds).until(lambda _: condition())

    def all(self, selector: str) -> list[WebElement]:
        return list(self.browser.find_elements(By.CSS_SELECTOR, selector))

    def wait(self, selector: str) -> WebElement:
        self.until(lambda: self.all(selector))
        return self.all(selector)[0]

    def click(self, selector: str) -> None:
        self.wait(selector).click()

    def text(self, selector: str = "body") -> str:
        return str(self.browser.execute_script("return document.querySelector(arguments[0])?.innerText ?? ''", selector))

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.browser).send_keys(key).pause(0.08).perform()

    @property
    def direction(self) -> str:
        return str(self.browser.execute_script("return getComputedStyle(document.body).direction"))

    @property
    def fits(self) -> bool:
        return bool(self.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("centre")


@pytest.fixture(scope="module")
def people() -> list[LastDay]:
    return []


@pytest.fixture(scope="module")
def centre(folder: Path, people: list[LastDay]) -> Iterator[Centre]:
    """Return a running centre on the last day of a class."""
    state = fresh_centre(folder)
    people.append(last_day(state))
    with running(state) as supervisor:
        logins = tuple((each.person, each.pseudonym, each.shown) for each in people[0].learners)
        yield Centre(state=state, supervisor=supervisor, logins=logins, passphrase=people[0].trainer.shown)


@pytest.fixture(scope="module")
def day(centre: Centre, people: list[LastDay]) -> LastDay:
    """Return who is there."""
    return people[0]


@pytest.fixture(scope="module")
def album(folder: Path) -> Path:
    """Return where pictures of every page are kept."""
    (folder / "album").mkdir()
    return folder / "album"


@pytest.fixture(scope="module")
def child(centre: Centre, folder: Path, album: Path) -> Iterator[Seat]:
    """Return a child's screen."""
    with open_chromium(folder / "child", _SCREEN) as browser:
        seat = Seat(browser, centre, "ar", album)
        yield seat
        seat.see("child-at-the-end")


@pytest.fixture(scope="module")
def trainer(centre: Centre, folder: Path, album: Path) -> Iterator[Seat]:
    """Return the trainer's screen."""
    with open_chromium(folder / "trainer", _SCREEN) as browser:
        seat = Seat(browser, centre, "fr", album)
        yield seat
        seat.see("trainer-at-the-end")


def test_a_day_from_three_pictures_to_a_certificate(child: Seat, trainer: Seat, centre: Centre, day: LastDay) -> None:
    """One story, in the order of the day: each part begins where the one before has ended."""
    me = day.learners[0]
    _comes_in(child, me)
    code = _works_and_hands_in(child, me)
    _stays_outside(child)
    asyncio.run(_classmates_hand_in(centre, day))

    _trainer_comes_in(trainer, day)
    _takes_attendance(trainer, day)
    _sees_who_handed_in(trainer, me, code)
    _grades(trainer)
    _sees_the_class(trainer, day)
    assert _standings(trainer, me)["module_statement"].startswith("✎")
    comment = _marks_with_the_keyboard(trainer, day)
    _issues(trainer, day)

    _comes_back(child, me)
    _reads_results(child, comment)
    _has_certificates(child, centre, me)
    asyncio.run(_another_trainer_sees_nothing(centre, day))


def _comes_in(child: Seat, me: NewSecret) -> None:
    child.go("/hub/login")
    assert child.direction == "rtl"
    child.see("who")
    next(each for each in child.all("button[name=login]") if each.text == me.pseudonym).click()
    child.wait("[name=picture]")
    assert me.pseudonym in child.text("h1")
    for slug in me.shown.split(","):
        child.click(f"[name=picture][value={slug}]")
        if slug == me.shown.split(",")[1]:
            child.see("pictures")
    child.wait("#course .cards")
    assert f"/user/{me.person}/ailab" in child.browser.current_url
    assert child.direction == "rtl"
    assert child.fits
    child.see("home")


def _works_and_hands_in(child: Seat, me: NewSecret) -> str:
    for exercise in DONE_BEFORE:
        _write(child.centre, me.person, exercise, child.centre.answers(MODULE, exercise))
    _open(child, TYPED)
    child.see("exercise")
    _type_answer(child, "def rule", *RIGHT)
    _check(child)
    assert library_translations("ar")("All right!") in child.text(".ailab-check")
    child.see("checked")

    _go_home(child)
    _open(child, WRITTEN)
    _type_answer(child, "metric = None", *CHOSEN)
    _check(child)
    written = child.wait(".ailab-written .jp-RenderedMarkdown")
    child.browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", written)
    written.click()
    child.wait(".ailab-written .cm-line[dir=rtl]")
    child.press(*WORDS)
    child.see("written")
    return _hand_in(child, me)


def _open(child: Seat, exercise: str) -> None:
    child.click(f"a[href*='exercises/{MODULE}/{exercise}']")
    child.wait("body.ailab-tidy #ailab-bar [data-do=run]")
    child.wait(".jp-RenderedHTMLCommon [dir=rtl] h1")
    child.wait(".jp-CodeCell .cm-content")
    child.wait(".jp-Notebook-ExecutionIndicator[data-status=idle]")


def _stand_in(child: Seat, code: str) -> None:
    find = "return [...document.querySelectorAll('.jp-CodeCell')].find(cell => cell.innerText.includes(arguments[0]))"
    cell = child.browser.execute_script(find, code)
    child.browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", cell)
    cell.find_element(By.CSS_SELECTOR, ".cm-content").click()
    child.until(lambda: "jp-mod-active" in str(cell.get_attribute("class")))


def _type_answer(child: Seat, code: str, *lines: str) -> None:
    _stand_in(child, code)
    ActionChains(child.browser).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
    for number, line in enumerate(lines):
        child.press(*([Keys.ENTER] if number else []), *line)


def _check(child: Seat) -> None:
    """Press the large button: it runs what the check needs, then the check."""
    button = child.wait(".ailab-do")
    child.browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", button)
    button.click()
    child.wait(".ailab-check")


def _go_home(child: Seat) -> None:
    child.click("#ailab-bar [data-do=home], .ailab-home")
    child.wait("#course .cards")


def _hand_in(child: Seat, me: NewSecret) -> str:
    """Press the button in the bar, then the one that sends; return the receipt's code."""
    child.click("#ailab-bar [data-do=submit]")
    child.browser.switch_to.frame(child.wait("dialog.ailab-submit iframe"))
    child.wait("main form button")
    child.see("hand-in")
    child.click("main form button")
    child.wait("main [role=status] .code")
    child.see("receipt")
    code, words = child.text("main [role=status] .code"), child.text("main")
    child.browser.switch_to.default_content()
    with session_of(child.centre.state) as session:
        (row,) = attempts_of(session, me.person, MODULE)
    say = library_translations("ar")
    assert row.code == code
    assert say("This is your attempt number {attempt}.").format(attempt=1) in words
    assert re.search(r"\d\d?:\d\d", words), words
    return code


def _stays_outside(child: Seat) -> None:
    """Try the trainers' doors as the learner."""
    for path in ("/services/desk/", f"/services/desk/class/{GROUP}/marking/", "/services/formgrader/"):
        child.go(path)
        status = child.browser.execute_script("return performance.getEntriesByType('navigation')[0].responseStatus")
        assert status in (403, 404), path
        assert "pseudonym" not in child.browser.page_source
    child.see("no-way-in")


async def _classmates_hand_in(centre: Centre, day: LastDay) -> None:
    """Let the second hand in a wrong idea and some words, and the third what was untouched."""
    for secret in day.learners[1:3]:
        async with Pupil(centre.address, secret.person, centre.form(secret.pseudonym, secret.shown)) as pupil:
            await pupil.log_in()
            await pupil.start_server()
            if secret is day.learners[1]:
                wrong = (ROOT / "tests" / "submissions" / MODULE / TYPED / "length_alone.py").read_text(encoding="utf-8")
                _write(centre, secret.person, TYPED, {"": wrong})
                _write(centre, secret.person, WRITTEN, {"": "metric, reason, threshold = 'accuracy', 'b', 40"}, FRIENDS_WORDS)
            assert await centre.hand_in(pupil, MODULE)


def _write(centre: Centre, learner: str, exercise: str, answers: dict[str, str], words: str = "") -> None:
    """Put answers into a notebook that nobody has open, by grade id, or the same everywhere."""
    path = centre.state.home(learner) / "exercises" / MODULE / f"{exercise}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        label = cell["metadata"].get("nbgrader", {})
        if label.get("solution"):
            cell["source"] = words if cell["cell_type"] == "markdown" else answers.get(label["grade_id"], answers.get("", cell["source"]))
    path.write_text(json.dumps(notebook), encoding="utf-8")


def _trainer_comes_in(trainer: Seat, day: LastDay) -> None:
    trainer.go("/hub/login?lang=fr")
    trainer.click("a[href*='as=trainer']")
    trainer.wait("[name=secret]")
    trainer.see("trainer-login")
    trainer.browser.find_element(By.NAME, "login").send_keys(TRAINER)
    trainer.browser.find_element(By.NAME, "secret").send_keys(day.trainer.shown, Keys.ENTER)
    trainer.wait("body.desk main h1")
    assert trainer.browser.execute_script("return document.documentElement.lang") == "fr"
    assert library_translations("fr")("Attendance has not been taken yet.") in trainer.text("main")
    trainer.see("morning")


def _takes_attendance(trainer: Seat, day: LastDay) -> None:
    trainer.click("a.button[href*='/attendance/']")
    trainer.click(".big button")
    trainer.wait("button[value=here][aria-pressed=true]")
    late = day.learners[3].person
    minutes = trainer.wait(f"#late-{late}")
    minutes.clear()
    minutes.send_keys(LATE_MINUTES)
    trainer.click(f"#{late} button[value=late]:not(.unseen)")
    trainer.wait(f"#{late} button[value=late][aria-pressed=true]")
    trainer.see("register")
    with session_of(trainer.centre.state) as session:
        today = meetings_of(session, GROUP)[-1]
        lines = register_of(session, today, [each.person for each in day.learners])
    assert [lines[each.person].state for each in day.learners] == ["here", "here", "here", "late"]
    assert lines[late].minutes == MINUTES - int(LATE_MINUTES)


def _sees_who_handed_in(trainer: Seat, me: NewSecret, code: str) -> None:
    trainer.desk("work/")
    assert library_translations("fr")("{count} of {all} handed in").format(count=3, all=4) in trainer.text("main")
    trainer.desk(f"learner/{me.person}/")
    assert code in trainer.text("main")
    trainer.desk(f"work/{MODULE}/")
    rows = [row.text for row in trainer.all("table.grid tbody tr")]
    assert sum("✉" in row for row in rows) == 3
    trainer.see("before-grading")


def _grades(trainer: Seat) -> None:
    trainer.click(".big button")
    trainer.wait("progress, .big button.quiet")
    trainer.see("grading")
    trainer.until(lambda: trainer.all("table.grid td.full"), 300)
    trainer.until(lambda: not trainer.all("progress"), 300)
    assert not trainer.all("[role=alert]"), trainer.text("main")
    assert len(trainer.all("table.grid td.waiting")) >= 2
    assert len(trainer.all("table.grid td.full")) >= len(DONE_BEFORE) + 1
    trainer.see("graded")


def _sees_the_class(trainer: Seat, day: LastDay) -> None:
    trainer.desk("hard/")
    ideas = {idea.text for idea in trainer.all("q.quote")}
    friend = day.learners[1].pseudonym
    assert any(friend in item.text and "longueur" in item.text for item in trainer.all(".blocks li")), ideas
    trainer.see("hard")


def _standings(trainer: Seat, me: NewSecret) -> dict[str, str]:
    """Return what the page of certificates says of this learner, by policy."""
    trainer.desk("certificates/")
    found = {}
    for form in trainer.all("form:has(input[name=policy])"):
        policy = form.find_element(By.NAME, "policy").get_attribute("value")
        (row,) = (row for row in form.find_elements(By.CSS_SELECTOR, "tbody tr") if me.pseudonym in row.text)
        found[str(policy)] = row.find_element(By.TAG_NAME, "summary").text
    return found


def _marks_with_the_keyboard(trainer: Seat, day: LastDay) -> str:
    """Mark both answers, one after the other, without a name in sight; return the comment given to the first learner, in Arabic."""
    trainer.desk("marking/")
    trainer.see("piles")
    trainer.wait(f"a[href*='/marking/{MODULE}/{WRITTEN}/']").send_keys(Keys.ENTER)
    comment = ""
    for _ in range(2):
        trainer.wait("#mark fieldset.criterion")
        page = trainer.browser.page_source
        assert not any(each.pseudonym in page or each.person in page for each in day.learners)
        is_mine = "19" in trainer.text(".written")
        before = trainer.browser.current_url
        if is_mine:
            assert WORDS in " ".join(trainer.text(".written").split())
            trainer.press("d")
            number = trainer.wait("#mark input[name=bank]:checked").get_attribute("value")
            comment = _in_arabic(trainer, str(number))
            trainer.see("marking")
        trainer.press(*("211" if is_mine else "000"))
        trainer.until(lambda last=before: trainer.browser.current_url != last)  # type: ignore[misc]
    trainer.wait("[role=status]")
    trainer.see("all-marked")
    return comment


def _in_arabic(trainer: Seat, number: str) -> str:
    with session_of(trainer.centre.state) as session:
        return session.get_one(Comment, int(number)).ar


def _issues(trainer: Seat, day: LastDay) -> None:
    me, friend, away, late = day.learners
    # Learners are told, and the ledger follows, a minute after the last mark.
    deadline = time.monotonic() + _PATIENCE_S
    while not _standings(trainer, me)["module_statement"].startswith("✔"):
        assert time.monotonic() < deadline
        time.sleep(2)
    for details in trainer.all("details:not([open]) summary")[:4]:
        details.click()
    trainer.see("standings")
    assert _standings(trainer, me)["workshop_participation"].startswith("✔")
    assert _standings(trainer, late)["workshop_participation"].startswith("✔")
    assert not _standings(trainer, away)["workshop_participation"].startswith("✔")
    assert library_translations("fr")("no consent: paper certificate, filled in by hand") in trainer.text("main")
    for policy in ("workshop_participation", "module_statement"):
        trainer.click(f"form:has(input[value={policy}]) .big button")
        trainer.wait(".note.said")
    trainer.see("issued")
    with session_of(trainer.centre.state) as session:
        assert {(row.person, row.policy) for row in session.query(Issued)} == {
            (me.person, "workshop_participation"),
            (late.person, "workshop_participation"),
            (me.person, "module_statement"),
        }
        assert session.query(Presence).count() == 12
    assert friend.person


def _comes_back(child: Seat, me: NewSecret) -> None:
    """Leave as the last one at the machine does, find the door shut, and come in again."""
    child.go(f"/user/{me.person}/ailab")
    child.click("header .leave")
    child.wait("button[name=login]")
    child.see("logged-out")
    child.go(f"/user/{me.person}/ailab")
    child.wait("button[name=login]")
    next(each for each in child.all("button[name=login]") if each.text == me.pseudonym).click()
    for slug in me.shown.split(","):
        child.click(f"[name=picture][value={slug}]")
    child.wait("#course .cards")


def _reads_results(child: Seat, comment: str) -> None:
    say = library_translations("ar")
    child.see("home-again")
    child.click(f"#{MODULE} a[href*='/ailab/results']")
    child.wait("body.results .part")
    assert child.direction == "rtl"
    assert say("{points} of {maximum} points.").format(points="4", maximum="4") in child.text("main")
    child.see("results")
    child.click(f"a[href*='/results/{MODULE}/{WRITTEN}']")
    child.browser.switch_to.frame(child.wait("iframe"))
    child.until(lambda: comment in child.text())
    assert child.browser.execute_script("return document.documentElement.lang") == "ar"
    assert child.direction == "rtl"
    child.browser.switch_to.default_content()
    child.see("feedback")
    child.browser.switch_to.frame(child.wait("iframe"))
    words = child.browser.find_element(By.XPATH, f"//*[contains(text(), '{comment[:20]}')]")
    child.browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", words)
    child.browser.switch_to.default_content()
    child.see("feedback-words")
    child.click("header .back:last-of-type")


def _has_certificates(child: Seat, centre: Centre, me: NewSecret) -> None:
    child.wait("a[href*='/results/certificate/']")
    links = [str(each.get_attribute("href")) for each in child.all("a[href*='/results/certificate/']")]
    assert len(links) == 2
    assert {each.text.split(" · ")[0].strip("✪ \n") for each in child.all("a[href*='/results/certificate/']")} == {
        library_translations("ar")(title) for title in ("Certificate of participation", "Statement of modules passed")
    }
    cookies = {each["name"]: each["value"] for each in child.browser.get_cookies()}
    for number, link in enumerate(links):
        page = httpx.get(link, cookies=cookies, headers={"Sec-Fetch-Mode": "navigate"})
        assert page.headers["Content-Type"] == "application/pdf", page.text
        document = pypdfium2.PdfDocument(page.content)
        assert len(document) == 1
        document[0].render(scale=1).to_pil().save(child.album / f"certificate-{number}.png")
        document.close()


async def _another_trainer_sees_nothing(centre: Centre, day: LastDay) -> None:
    form = {"step": "trainer", "login": day.other.pseudonym, "secret": day.other.shown}
    async with Pupil(centre.address, day.other.person, form) as pupil:
        await pupil.log_in()
        found = {}
        for path in (
            "",
            f"class/{GROUP}/",
            f"class/{GROUP}/marking/",
            f"class/{GROUP}/learner/{day.learners[0].person}/",
            "class/evening/",
        ):
            found[path] = (await pupil.web.get(f"/services/desk/{path}")).status_code
    assert list(found.values()) == [200, 404, 404, 404, 200], found
