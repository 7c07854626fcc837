"""One learner at a hub, without a browser: logs in, starts the server, runs code in a kernel.

Cheap enough that a hundred of them share a small machine with the hub they try.

    async with Pupil("http://127.0.0.1:8000", "c1-a7k2mn", {"username": "c1-a7k2mn", "password": "x"}) as pupil:
        await pupil.log_in()
        await pupil.start_server()
        async with pupil.kernel() as kernel:
            print((await kernel.run("6 * 7")).text)
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

_PATIENCE_S = 120.0


class NotServed(Exception):
    """The hub or the server did not do what it was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a cell gave."""

    printed: str
    value: str
    """text/plain of the last expression."""
    error: str
    """`Name: text` of what was raised."""
    shown: tuple[Mapping[str, Any], ...] = ()
    """What was displayed, by MIME type."""

    @property
    def text(self) -> str:
        """Return everything in one text."""
        return "\n".join(part for part in (self.printed, self.value, self.error) if part)


@dataclass(slots=True)
class Kernel:
    """A kernel through the server's web socket."""

    id: str
    _line: WebSocketClientConnection
    _session: str = field(default_factory=lambda: uuid4().hex)

    async def run(self, code: str, *, seconds: float = _PATIENCE_S) -> Ran:
        """Run a cell to its end."""
        return await asyncio.wait_for(self._collect(await self.send(code)), seconds)

    async def send(self, code: str) -> str:
        """Ask for a cell to be run, and return the request's id."""
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        header = {"msg_id": uuid4().hex, "msg_type": "execute_request", "username": "", "session": self._session, "version": "5.3"}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": [], "channel": "shell"}
        await self._line.write_message(json.dumps(message))
        return str(header["msg_id"])

    async def _collect(self, request: str) -> Ran:
        printed: list[str] = []
        shown: list[Mapping[str, Any]] = []
        value = error = ""
        idle = replied = False
        while not (idle and replied):
            message = await self._hear()
            if message["parent_header"].get("msg_id") != request:
                continue
            content = message["content"]
            match message["header"]["msg_type"]:
                case "stream":
                    printed.append(content["text"])
                case "execute_result":
                    value = content["data"].get("text/plain", "")
                    shown.append(content["data"])
                case "display_data":
                    shown.append(content["data"])
                case "error":
                    error = f"{content['ename']}: {content['evalue']}"
                case "execute_reply":
                    replied = True
                    if content["status"] != "ok" and not error:
                        error = f"{content.get('ename', content['status'])}: {content.get('evalue', '')}"
                case "status":
                    idle = content["execution_state"] == "idle"
        return Ran(printed="".join(printed), value=value, error=error, shown=tuple(shown))

    async def _hear(self) -> dict[str, Any]:
        said = await self._line.read_message()
        if said is None:
            raise NotServed("the kernel's line was closed")
        message: dict[str, Any] = json.loads(said)
        return message


async def hang_up(line: WebSocketClientConnection) -> None:
    """Close a web socket and wait until it is closed."""
    line.close()
    with suppress(TimeoutError):
        async with asyncio.timeout(5):
            while await line.read_message() is not None:
                pass


class Pupil:
    """A learner with a cookie jar."""

    def __init__(self, hub: str, name: str, form: Mapping[str, str], *, login: str = "/hub/login") -> None:
        """Take the hub's address, the learner's id, what is filled into the page of the login, and where that is."""
        self.name = name
        self._form, self._login = form, login
        self._web = httpx.AsyncClient(base_url=hub, follow_redirects=True, timeout=_PATIENCE_S, verify=False, trust_env=False)

    async def __aenter__(self) -> Self:
        """Open the jar."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close it."""
        await self._web.aclose()

    @property
    def web(self) -> httpx.AsyncClient:
        """Return what speaks to the hub with this learner's cookies."""
        return self._web

    @property
    def base(self) -> str:
        """Return the path of this learner's server."""
        return f"/user/{self.name}"

    def _xsrf(self, path: str) -> str:
        # There is one for the hub and one for each server, told apart by their paths.
        found = [cookie for cookie in self._web.cookies.jar if cookie.name == "_xsrf" and path.startswith(cookie.path.rstrip("/"))]
        return str(max(found, key=lambda cookie: len(cookie.path)).value) if found else ""

    async def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Send a request as the page of a browser would."""
        headers = {"X-XSRFToken": self._xsrf(path), "Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"}
        return await self._web.request(method, path, headers=headers, **more)

    async def log_in(self) -> None:
        """Log in."""
        await self._web.get(self._login)
        answer = await self._web.post(self._login, data={**self._form, "_xsrf": self._xsrf("/hub")}, follow_redirects=False)
        if answer.status_code not in (302, 303):
            raise NotServed(f"login: {answer.status_code} {answer.text[:300]}")

    async def start_server(self, *, page: str = "/ailab", seconds: float = _PATIENCE_S) -> float:
        """Start the server as the browser does, and return the seconds until its first page."""
        began = time.perf_counter()
        deadline = began + seconds
        answer = await self._web.get("/hub/spawn")
        while not urlsplit(str(answer.url)).path.startswith(self.base):
            if answer.status_code >= 400 or time.perf_counter() > deadline:
                raise NotServed(f"spawn: {answer.status_code} at {answer.url}: {answer.text[-600:]}")
            await self._until_ready(deadline)
            answer = await self._web.get(f"/hub{self.base}{page}")
        if answer.status_code != 200:
            raise NotServed(f"first page: {answer.status_code} at {answer.url}: {answer.text[-600:]}")
        return time.perf_counter() - began

    async def _until_ready(self, deadline: float) -> None:
        # One request stays open and tells, as the page of the hub has it.
        path = f"/hub/api/users/{self.name}/server/progress"
        async with self._web.stream("GET", path, params={"_xsrf": self._xsrf("/hub")}) as lines:
            if lines.status_code == 400:
                return  # it was quicker than we asked
            async for line in lines.aiter_lines():
                if line.startswith("data:"):
                    said = json.loads(line.removeprefix("data:"))
                    if said.get("failed"):
                        raise NotServed(f"spawn: {said}")
                    if said.get("ready"):
                        return
                if time.perf_counter() > deadline:
                    raise NotServed("spawn: too slow")

    async def stop_server(self) -> None:
        """Stop the server and wait until it is gone."""
        answer = await self.ask("DELETE", f"/hub/api/users/{self.name}/server")
        while answer.status_code == 202 and await self.server_is_active():
            await asyncio.sleep(0.1)
        if answer.status_code not in (202, 204):
            raise NotServed(f"stop: {answer.status_code} {answer.text[:300]}")

    async def server_is_active(self) -> bool:
        """Tell whether the hub says that there is a server."""
        answer = await self.ask("GET", f"/hub/api/users/{self.name}")
        return bool(answer.json()["servers"])

    @asynccontextmanager
    async def kernel(self, folder: str = "") -> AsyncIterator[Kernel]:
        """Start a kernel in a folder of the learner's, and shut it down in the end."""
        answer = await self.ask("POST", f"{self.base}/api/kernels", json={"name": "python3", "path": folder})
        if answer.status_code != 201:
            raise NotServed(f"kernel: {answer.status_code} {answer.text[:600]}")
        identity = str(answer.json()["id"])
        line = await self._line(identity)
        try:
            yield Kernel(identity, line)
        finally:
            await hang_up(line)
            await self.ask("DELETE", f"{self.base}/api/kernels/{identity}")

    async def interrupt(self, kernel: Kernel) -> None:
        """Press Stop."""
        await self.ask("POST", f"{self.base}/api/kernels/{kernel.id}/interrupt")

    async def _line(self, identity: str) -> WebSocketClientConnection:
        address = self._web.base_url.join(f"{self.base}/api/kernels/{identity}/channels")
        cookies = self._web.build_request("GET", address).headers.get("Cookie", "")
        url = str(address).replace("http", "ws", 1) + f"?session_id={uuid4().hex}&_xsrf={self._xsrf(self.base)}"
        headers = {"Cookie": cookies, "Origin": str(self._web.base_url).rstrip("/")}
        return await websocket_connect(HTTPRequest(url, headers=headers, validate_cert=False), max_message_size=64 << 20)
