"""A trainer's day at a centre, part by part: attendance, grading, a look at the class, marking, certificates."""

import time
from typing import Final

from selenium.webdriver import Keys
from selenium.webdriver.common.by import By

from ailab.lang import library_translations
from ailab.office.centre import session_of
from ailab.office.centre.attendance import meetings_of, register_of
from ailab.office.centre.people import NewSecret
from ailab.office.centre.tables import Comment, Issued, Presence
from tests.hub.last_day import MINUTES, MODULE, OTHER_GROUP, LastDay
from tests.hub.living import GROUP, TRAINER, Centre
from tests.hub.pupil import Pupil

from .learners_day import DONE_BEFORE, WORDS, WRITTEN
from .seat import PATIENCE_S, Seat

LATE_MINUTES: Final = "25"


def trainer_comes_in(trainer: Seat, day: LastDay) -> None:
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


def takes_attendance(trainer: Seat, day: LastDay) -> None:
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


def sees_who_handed_in(trainer: Seat, me: NewSecret, code: str) -> None:
    trainer.desk("handed-in/")
    assert library_translations("fr")("{count} of {all} handed in").format(count=3, all=4) in trainer.text("main")
    trainer.desk(f"learner/{me.person}/")
    assert code in trainer.text("main")
    trainer.desk(f"handed-in/{MODULE}/")
    rows = [row.text for row in trainer.all("table.grid tbody tr")]
    assert sum("✉" in row for row in rows) == 3
    trainer.see("before-grading")


def grades(trainer: Seat) -> None:
    trainer.click(".big button")
    trainer.wait("progress, .big button.quiet")
    trainer.see("grading")
    trainer.until(lambda: trainer.all("table.grid td.full"), 300)
    trainer.until(lambda: not trainer.all("progress"), 300)
    assert not trainer.all("[role=alert]"), trainer.text("main")
    assert len(trainer.all("table.grid td.waiting")) >= 2
    assert len(trainer.all("table.grid td.full")) >= len(DONE_BEFORE) + 1
    trainer.see("graded")


def sees_the_class(trainer: Seat, day: LastDay) -> None:
    trainer.desk("hard/")
    ideas = {idea.text for idea in trainer.all("q.quote")}
    friend = day.learners[1].pseudonym
    assert any(friend in item.text and "longueur" in item.text for item in trainer.all(".blocks li")), ideas
    trainer.see("hard")


def standings(trainer: Seat, me: NewSecret) -> dict[str, str]:
    """Return what the page of certificates says of this learner, by policy."""
    trainer.desk("certificates/")
    found = {}
    for form in trainer.all("form:has(input[name=policy])"):
        policy = form.find_element(By.NAME, "policy").get_attribute("value")
        (row,) = (row for row in form.find_elements(By.CSS_SELECTOR, "tbody tr") if me.pseudonym in row.text)
        found[str(policy)] = row.find_element(By.TAG_NAME, "summary").text
    return found


def marks_with_the_keyboard(trainer: Seat, day: LastDay) -> str:
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


def issues(trainer: Seat, day: LastDay) -> None:
    me, friend, away, late = day.learners
    # Learners are told, and the ledger follows, a minute after the last mark.
    deadline = time.monotonic() + PATIENCE_S
    while not standings(trainer, me)["module_statement"].startswith("✔"):
        assert time.monotonic() < deadline
        time.sleep(2)
    for details in trainer.all("details:not([open]) summary")[:4]:
        details.click()
    trainer.see("standings")
    assert standings(trainer, me)["workshop_participation"].startswith("✔")
    assert standings(trainer, late)["workshop_participation"].startswith("✔")
    assert not standings(trainer, away)["workshop_participation"].startswith("✔")
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


async def another_trainer_sees_nothing(centre: Centre, day: LastDay) -> None:
    form = {"step": "trainer", "login": day.other.pseudonym, "secret": day.other.shown}
    async with Pupil(centre.address, day.other.person, form) as pupil:
        await pupil.log_in()
        found = {}
        for path in (
            "",
            f"class/{GROUP}/",
            f"class/{GROUP}/marking/",
            f"class/{GROUP}/learner/{day.learners[0].person}/",
            f"class/{OTHER_GROUP}/",
        ):
            found[path] = (await pupil.web.get(f"/services/desk/{path}")).status_code
    assert list(found.values()) == [200, 404, 404, 404, 200], found
