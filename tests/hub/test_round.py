"""The round through a real hub: a learner hands in from their own server, a trainer grades and marks, the page comes back."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.round.index import attempts_of
from ailab.office.centre.round.release import publish
from ailab.office.course import Course
from ailab.office.ledger import LEDGER, latest_results, read_ledger
from tests.hub.plain_hub import PlainHub, free_ports
from tests.hub.pupil import Pupil
from tests.unit.round.conftest import MODULE, ONE, TRAINER, TWO, fill

pytestmark = [pytest.mark.hub, pytest.mark.slow]

_SERVICES = """
import json, sys
for name, port in {ports!r}.items():
    c.JupyterHub.services.append({{
        "name": name,
        "url": f"http://127.0.0.1:{{port}}",
        "command": [sys.executable, "-m", f"ailab.office.hub.{{name}}"],
        "environment": {{"AILAB_CENTRE": {centre!r}}},
        "oauth_no_confirm": True,
    }})
to_round = "access:services!service=round"
c.JupyterHub.load_groups = {{"trainers": {{"users": [{trainer!r}]}}}}
c.JupyterHub.load_roles = [
    {{"name": "user", "scopes": ["self", to_round]}},
    {{"name": "server", "scopes": ["users:activity!user", "access:servers!server", to_round]}},
    {{"name": "trainer", "groups": ["trainers"], "scopes": ["access:services!service=formgrader"]}},
]
c.Spawner.environment = {{"AILAB_ROUND_URL": "http://127.0.0.1:{round_}/services/round/", "AILAB_START_LANG": "en"}}
c.Spawner.default_url = "/ailab"
"""


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory, tiny_course: Course) -> Iterator[Centre]:
    made = make_centre(tmp_path_factory.mktemp("round") / "centre", Settings(code="c1", name="Sample", place="Berkane"))
    upgrade(made)
    publish(tiny_course, made)
    fill(made)
    yield made
    engine_of(made.database_url()).dispose()


@pytest.fixture(scope="module")
def hub(centre: Centre) -> Iterator[PlainHub]:
    ports = dict(zip(("round", "formgrader"), free_ports(), strict=False))
    more = _SERVICES.format(ports=ports, centre=str(centre.folder), trainer=TRAINER, round_=ports["round"])
    with ExitStack() as stack:
        yield stack.enter_context(PlainHub(build=centre.build, more=more))


def write_answer(home: Path, exercise: str, answer: str) -> None:
    """Write into the last answer cell of the learner's own notebook, as their browser would save it."""
    path = home / "exercises" / MODULE / f"{exercise}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    *_, cell = (cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
    cell["source"] = answer
    path.write_text(json.dumps(notebook), encoding="utf-8")


async def hand_in(pupil: Pupil, attempt: int) -> str:
    page = f"{pupil.base}/ailab/submit/{MODULE}"
    await pupil.ask("GET", page)
    answer = await pupil.ask("POST", page, data={"attempt": str(attempt)})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_round_from_the_button_to_the_page(hub: PlainHub, centre: Centre) -> None:
    asyncio.run(_round(hub, centre))


async def _round(hub: PlainHub, centre: Centre) -> None:
    home = hub.folder / "homes" / ONE
    async with hub.pupil(ONE) as learner, hub.pupil(TWO) as friend, hub.pupil(TRAINER) as trainer:
        await learner.log_in()
        await learner.start_server()
        write_answer(home, "double_number", "def double(number):\n    return number + number")
        write_answer(home, "explain_doubling", "Twice as much as before.")

        page = await hand_in(learner, 1)
        assert "Your work is handed in" in page
        assert "attempt number 1" in page
        assert "attempt 1" in (await learner.ask("GET", f"{learner.base}/ailab")).text
        with session_of(centre) as session:
            (row,) = attempts_of(session, ONE, MODULE)
        assert row.code in page

        await _marked(trainer, centre)

        results = (await learner.ask("GET", f"{learner.base}/ailab/results")).text
        assert "4 of 4" in results
        framed = await learner.ask("GET", f"{learner.base}/ailab/results/{MODULE}/double_number")
        assert "sandbox" in framed.text
        inside = await learner.ask("GET", f"{learner.base}/ailab/results/{MODULE}/double_number/page")
        assert inside.status_code == 200
        assert inside.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert "My results" in (await learner.ask("GET", f"{learner.base}/ailab")).text

        # Others have no page of it, and no way to the trainers' pages.
        await friend.log_in()
        await friend.start_server()
        assert (await friend.ask("GET", f"{friend.base}/ailab/results/{MODULE}/double_number/page")).status_code == 404
        assert (await friend.web.get("/services/formgrader/", follow_redirects=True)).status_code == 403
        assert "Sample learner 1" in (await friend.ask("GET", f"{friend.base}/ailab/submit/{MODULE}")).text


async def _marked(trainer: Pupil, centre: Centre) -> None:
    """Collect, grade, mark by hand and give back with the formgrader's own addresses."""
    await trainer.log_in()
    first = await trainer.web.get("/services/formgrader/", follow_redirects=True)
    assert first.status_code == 200, first.text
    assert "Manual Grading" in first.text
    api = "/services/formgrader/formgrader/api"

    async def press(address: str) -> dict[str, Any]:
        answer = await trainer.ask("POST", f"{api}/{address}")
        assert answer.status_code == 200, answer.text
        return dict(json.loads(answer.text))

    assert (await press(f"submission/{MODULE}/{ONE}/autograde"))["success"]
    (submission,) = (await trainer.ask("GET", f"{api}/submissions/{MODULE}")).json()
    assert (submission["student"], submission["autograded"]) == (ONE, True)

    notebooks = (await trainer.ask("GET", f"{api}/submitted_notebooks/{MODULE}/explain_doubling")).json()
    shown = await trainer.ask("GET", f"/services/formgrader/formgrader/submissions/{notebooks[0]['id']}/")
    assert shown.status_code == 200
    grades = (await trainer.ask("GET", f"{api}/grades", params={"submission_id": notebooks[0]["id"]})).json()
    written = next(grade for grade in grades if grade["needs_manual_grade"])
    marked = await trainer.ask("PUT", f"{api}/grade/{written['id']}", json={**written, "manual_score": 1})
    assert marked.json()["manual_score"] == 1
    assert (await press(f"assignment/{MODULE}/{ONE}/generate_feedback"))["success"]
    found = {each.exercise: each for each in latest_results(read_ledger(centre.course / LEDGER))}
    assert found["explain_doubling"].written_points == "1"

    # What changes the course, or runs a configuration from anywhere, is not there.
    for address in (f"assignment/{MODULE}/assign", f"assignment/{MODULE}/release", f"assignment/{MODULE}/unrelease"):
        assert (await trainer.ask("POST", f"{api}/{address}")).status_code in (404, 405)
    assert (await trainer.ask("PUT", f"{api}/assignment/x", json={})).status_code == 405
    assert (await trainer.web.post(f"{api}/assignment/{MODULE}/collect")).status_code == 403
