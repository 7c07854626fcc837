"""A learner's day at a centre, part by part: comes in, works, hands in; comes back, reads, has a certificate."""

import json
import re
from collections.abc import Mapping
from typing import Final

import httpx
import pypdfium2
from selenium.webdriver import Keys
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from ailab.lang import library_translations
from ailab.office.centre import session_of
from ailab.office.centre.people import NewSecret
from ailab.office.centre.round.index import attempts_of
from tests.hub.last_day import MODULE, LastDay
from tests.hub.living import GROUP, ROOT, Centre
from tests.hub.pupil import Pupil

from .seat import Seat

TYPED: Final = "write_rule_by_hand"
RIGHT: Final = ("def rule(length_mm, width_mm):", 'return "argan" if width_mm > 17.5 else "olive"')
WRITTEN: Final = "choose_metric_for_sick_trees"
CHOSEN: Final = ('metric, reason, threshold = "recall", "a", 38',)
WORDS: Final = "الشجرة المريضة التي لا نزورها تنقل المرض إلى جيرانها، فتخسر العائلة محصولها. نقبل 9 زيارات بلا فائدة، ونجد 19 من 20 شجرة."
FRIENDS_WORDS: Final = "نزور الأشجار كلّها."
DONE_BEFORE: Final = ("code_nearest_neighbours", "fit_predict_score", "read_tree_questions", "count_confusion_matrix")


def comes_in(child: Seat, me: NewSecret) -> None:
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


def works_and_hands_in(child: Seat, me: NewSecret) -> str:
    for exercise in DONE_BEFORE:
        write(child.centre, me.person, exercise, child.centre.answers(MODULE, exercise))
    _open(child, TYPED)
    assert library_translations("ar")("Hand in my work") in child.text("#ailab-bar [data-do=submit]")
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


def stays_outside(child: Seat) -> None:
    """Try the trainers' doors as the learner."""
    for path in ("/services/desk/", f"/services/desk/class/{GROUP}/marking/", "/services/formgrader/"):
        child.go(path)
        status = child.browser.execute_script("return performance.getEntriesByType('navigation')[0].responseStatus")
        assert status in (403, 404), path
        assert "pseudonym" not in child.browser.page_source
    child.see("no-way-in")


async def classmates_hand_in(centre: Centre, day: LastDay) -> None:
    """Let the second hand in a wrong idea and some words, and the third what was untouched."""
    for secret in day.learners[1:3]:
        async with Pupil(centre.address, secret.person, centre.form(secret.pseudonym, secret.shown)) as pupil:
            await pupil.log_in()
            await pupil.start_server()
            if secret is day.learners[1]:
                wrong = (ROOT / "tests" / "submissions" / MODULE / TYPED / "length_alone.py").read_text(encoding="utf-8")
                write(centre, secret.person, TYPED, {"": wrong})
                write(centre, secret.person, WRITTEN, {"": "metric, reason, threshold = 'accuracy', 'b', 40"}, FRIENDS_WORDS)
            assert await centre.hand_in(pupil, MODULE)


def write(centre: Centre, learner: str, exercise: str, answers: Mapping[str, str], words: str = "") -> None:
    """Put answers into a notebook that nobody has open, by grade id, or the same everywhere."""
    path = centre.state.home(learner) / "exercises" / MODULE / f"{exercise}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        label = cell["metadata"].get("nbgrader", {})
        if label.get("solution"):
            cell["source"] = words if cell["cell_type"] == "markdown" else answers.get(label["grade_id"], answers.get("", cell["source"]))
    path.write_text(json.dumps(notebook), encoding="utf-8")


def comes_back(child: Seat, me: NewSecret) -> None:
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


def reads_results(child: Seat, comment: str) -> None:
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


def has_certificates(child: Seat, centre: Centre, me: NewSecret) -> None:
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
