"""The way to a centre: from this server to the service where learners hand in, with the token that says whose server this is.

What can't be sent now is kept as a file and sent at the next press, or when the course is opened again. The page is
never held up: what takes time is awaited.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, TypeVar

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse

from ailab.errors import AilabError
from ailab.lang import Language, Translations
from ailab.office.grading.archive import LARGEST_UPLOAD
from ailab.office.lab.files import write_all
from ailab.office.lab.hand_in.receipts import Arrival, Receipt, every_receipt, receipt_write
from ailab.office.lab.hand_in.send import SENT

_CONNECT_S: Final = 5.0
_ANSWER_S: Final = 60.0
GLANCE_S: Final = 2.0
"""What a page waits for words that it can do without."""
_NOT_NOW: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.INSUFFICIENT_STORAGE})
_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class CentreUnreachable(AilabError):
    """The centre gave no answer, or none that we understand."""


class CentreRefuses(AilabError):
    """The centre says no, in the learner's words."""

    def __init__(self, words: str, *, for_good: bool) -> None:
        super().__init__(words)
        self.for_good = for_good


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where the centre's service is, and what we show there."""

    url: str
    """Ends with a slash."""
    token: str
    language: Language

    async def look(self, address: str) -> bytes:
        """Return what stands at an address.

        Raises
        ------
        CentreUnreachable, CentreRefuses
            When nothing does.
        """
        return (await self._ask("GET", address)).body

    async def facts(self, address: str) -> dict[str, Any]:
        """Return what an address says in JSON.

        Raises
        ------
        CentreUnreachable, CentreRefuses
            When it says nothing.
        """
        return _facts(await self._ask("GET", address))

    async def send(self, address: str, data: bytes) -> dict[str, Any]:
        """Send, and return what the centre says about it.

        Raises
        ------
        CentreUnreachable, CentreRefuses
            When it has not arrived.
        """
        return _facts(await self._ask("POST", address, data))

    async def _ask(self, method: str, address: str, data: bytes | None = None) -> HTTPResponse:
        headers = {"Authorization": f"token {self.token}", "Accept-Language": self.language}
        request = HTTPRequest(
            f"{self.url}{address}",
            method=method,
            body=data,
            headers=headers,
            connect_timeout=_CONNECT_S,
            request_timeout=_ANSWER_S,
            follow_redirects=False,
        )
        try:
            answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        except (HTTPClientError, OSError) as error:
            raise CentreUnreachable(str(error)) from error
        if answer.code != HTTPStatus.OK:
            raise _refusal(answer)
        return answer


def centre_door(environ: Mapping[str, str], language: Language) -> Door | None:
    """Return the way to the centre this server belongs to; None where there is none."""
    url, token = environ.get("AILAB_ROUND_URL", ""), environ.get("JUPYTERHUB_API_TOKEN", "")
    return Door(url=f"{url.rstrip('/')}/", token=token, language=language) if url and token else None


async def deliver(door: Door, receipt: Receipt, *, folder: Path, say: Translations) -> Receipt:
    """Send what waits and return its receipt, which is written anew.

    Raises
    ------
    CentreUnreachable, CentreRefuses
        When it stays here for now.
    Refused
        When it has arrived but the disk here says no.
    """
    data = await asyncio.to_thread(_read, folder / SENT / receipt.file)
    try:
        if len(data) > LARGEST_UPLOAD:
            words = say("Your work is too large to hand in. Clear the outputs of your notebooks, save them, and hand in again.")
            raise CentreRefuses(words, for_good=True)
        told = await door.send(f"hand-in/{receipt.module}?key={receipt.key}", data)
        made = replace(receipt, way="centre", at=str(told["at"]), code=str(told["code"]), arrival=_arrival(told))
    except CentreRefuses as error:
        if error.for_good:
            made = replace(receipt, arrival=Arrival(refused=str(error)))
            await asyncio.to_thread(_remember, folder, made, say)
        raise
    except (KeyError, ValueError, TypeError) as error:
        raise CentreUnreachable(f"{type(error).__name__}: {error}") from error
    await asyncio.to_thread(_remember, folder, made, say)
    return made


async def deliver_waiting(door: Door, *, folder: Path, say: Translations) -> str:
    """Send everything that waits, the earliest first; return what the centre says against it, empty when nothing."""
    words = ""
    for receipt in await asyncio.to_thread(waiting, folder):
        try:
            await deliver(door, receipt, folder=folder, say=say)
        except CentreRefuses as error:
            words = str(error)
            if not error.for_good:
                return words
        except CentreUnreachable as error:
            _log.warning("the centre can't be reached: %s", error)
            return words
    return words


def waiting(folder: Path) -> tuple[Receipt, ...]:
    """Return what was to be sent to the centre and has not arrived, the earliest first."""
    return tuple(receipt for receipt in every_receipt(folder) if receipt.waits and (folder / SENT / receipt.file).is_file())


async def at_a_glance(question: Awaitable[_T]) -> _T | None:
    """Return an answer that comes at once; None when it doesn't come, or not soon."""
    try:
        return await asyncio.wait_for(question, GLANCE_S)
    except (TimeoutError, AilabError) as error:
        _log.info("no answer from the centre: %s", type(error).__name__)
        return None


def _arrival(told: Mapping[str, Any]) -> Arrival:
    return Arrival(
        attempt=int(told["attempt"]),
        late=told["late"] is True,
        due_at=str(told["due_at"]),
        zone=str(told["zone"]),
        partner=str(told["partner"]),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CentreUnreachable(f"{path.name}: {error.strerror}") from error


def _remember(folder: Path, receipt: Receipt, say: Translations) -> None:
    write_all([receipt_write(folder, receipt)], folder=folder, say=say)


def _refusal(answer: HTTPResponse) -> AilabError:
    try:
        words = str(_facts(answer).get("words", ""))
    except CentreUnreachable:
        words = ""
    if not words:
        return CentreUnreachable(f"status {answer.code}")
    for_good = HTTPStatus.BAD_REQUEST <= answer.code < HTTPStatus.INTERNAL_SERVER_ERROR and answer.code not in _NOT_NOW
    return CentreRefuses(words, for_good=for_good)


def _facts(answer: HTTPResponse) -> dict[str, Any]:
    try:
        found = json.loads(answer.body)
    except ValueError as error:
        raise CentreUnreachable("no JSON") from error
    if not isinstance(found, dict):
        raise CentreUnreachable("no object")
    return found
