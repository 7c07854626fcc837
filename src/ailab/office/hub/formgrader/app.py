"""The service: nbgrader's pages, the hub's log-in, and buttons that go to our engine."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from jupyter_server.auth import IdentityProvider
from tornado.web import Application, RedirectHandler

from ailab.errors import Refused
from ailab.office.centre import Centre, session_of
from ailab.office.centre.round.collect import collect_attempts
from ailab.office.centre.round.index import latest_of
from ailab.office.centre.round.jobs import job_seen, start_job
from ailab.office.centre.round.marked import record_marks
from ailab.office.centre.tables import Job
from ailab.office.gradebook.formgrader import HOME, Actions, formgrader_addresses, formgrader_settings

_GLANCE_S: Final = 0.5


def make_app(
    centre: Centre, identity: IdentityProvider, *, prefix: str, cookie_secret: bytes, more: Sequence[tuple[Any, ...]] = ()
) -> Application:
    """Return the service; `prefix` is its address at the hub and ends with a slash."""
    addresses = [(f"{prefix}?", RedirectHandler, {"url": f"{prefix}{HOME}", "permanent": False}), *more]
    return Application(
        [*addresses, *formgrader_addresses(prefix, actions_of(centre, _now))],
        **formgrader_settings(centre.course, exchange=centre.exchange),
        base_url=prefix,
        identity_provider=identity,
        # Whoever reaches this port came through the hub's proxy, whose name may be any.
        allow_remote_access=True,
        xsrf_cookies=True,
        cookie_secret=cookie_secret,
        log_function=lambda _request: None,
    )


def actions_of(centre: Centre, now: Callable[[], str]) -> Actions:
    """Return what the buttons do at this centre."""

    async def collect(module: str) -> str:
        return f"{await asyncio.to_thread(_collect, centre, module, now())} new."

    async def grade(module: str, _learner: str) -> str:
        job = await asyncio.to_thread(_start, centre, module, now())
        while (seen := await asyncio.to_thread(_seen, centre, job, now())).state in ("waiting", "running"):
            await asyncio.sleep(_GLANCE_S)
        if seen.state != "done":
            raise Refused(seen.trouble or "The grader was stopped. Press the button again; it goes on.")
        return "Graded: everything that came in for this module."

    async def give_back(module: str, learners: Sequence[str]) -> str:
        wanted = tuple(learners) or tuple(await asyncio.to_thread(_handed_in, centre, module))
        return f"{await asyncio.to_thread(record_marks, centre, module, wanted, now=now())} new results; the pages are given back."

    return Actions(collect=collect, grade=grade, give_back=give_back)


def _collect(centre: Centre, module: str, now: str) -> int:
    with session_of(centre) as session:
        return collect_attempts(session, centre, module, None, now=now)


def _start(centre: Centre, module: str, now: str) -> int:
    with session_of(centre) as session:
        return start_job(centre, session, module=module, asked_by="", now=now).id


def _seen(centre: Centre, number: int, now: str) -> Any:
    with session_of(centre) as session:
        return job_seen(session.get_one(Job, number), now=now)


def _handed_in(centre: Centre, module: str) -> list[str]:
    with session_of(centre) as session:
        return list(latest_of(session, module))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
