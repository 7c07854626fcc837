"""`ailab start`: lay the folder out, start JupyterLab for one person, say where it is.

The server is a child of this process, reachable from this machine alone and behind a token.
"""

import locale
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory, mkdtemp
from typing import Final

from ailab.errors import Refused
from ailab.lang import Language, Translations, as_language, library_translations
from ailab.office.lab.coursemap import read_map
from ailab.office.lab.files import Writer, write_all, write_whole
from ailab.office.lab.folder import lay_out
from ailab.office.lab.settings import HOME, Place, kernel_environment, settings_writes
from ailab.office.lab.visit.groups import claim, visit_folder, wanted_path

DEFAULT_PORT: Final = 8888
_LAST_PORT: Final = 65535
_LOCALHOST: Final = "127.0.0.1"
_PATIENCE_S: Final = 90.0
_FAREWELL_S: Final = 10.0
_LOG_LINES: Final = 15


def start(
    root: Path,
    *,
    environ: Mapping[str, str] = os.environ,
    out: Callable[[str], None] = print,
    browse: Callable[[str], object] = webbrowser.open,
) -> int:
    """Open the built course below `root` in JupyterLab and stay until it is stopped; return the exit code.

    Parameters
    ----------
    root
        The folder that holds course/ and build/.
    environ
        Read for AILAB_PORT, AILAB_BROWSER, AILAB_FOLDER, AILAB_START_LANG and AILAB_PATH.
    out, browse
        What prints a line, and what opens a browser.

    Raises
    ------
    CourseUnreadable
        When the course has not been built.
    Refused
        When the port is busy, the path unknown, the folder read-only, the disk full, or the server does not start.
    """
    say = library_translations(first_language(environ))
    port = wanted_port(environ, say)
    expect_free(port, say)
    with TemporaryDirectory(prefix="ailab-", ignore_cleanup_errors=True) as run:
        place, say = prepare(root, Path(run), environ=environ, out=out)
        token = environ.get("JUPYTER_TOKEN") or token_hex(24)
        with _server(place, port, {**kernel_environment(place, environ), "JUPYTER_TOKEN": token}) as server:
            _wait_until_up(server, port, place.run, say)
            url = f"http://{_LOCALHOST}:{port}{HOME}?token={token}"
            out(say("The course is open at {url} (stop it with Ctrl-C)").format(url=url))
            if environ.get("AILAB_BROWSER") != "0":
                browse(url)
            with suppress(KeyboardInterrupt):
                server.wait()
    return 0


def start_with(root: Path, command: Sequence[str], *, environ: Mapping[str, str] = os.environ, out: Callable[[str], None] = print) -> None:
    """Become a command that starts Jupyter in its own way (Binder's), with our folder, home page and settings."""
    place, _ = prepare(root, Path(mkdtemp(prefix="ailab-")), environ=environ, out=out)
    os.execvpe(command[0], list(command), kernel_environment(place, environ))  # noqa: S606  the platform's own command


def prepare(
    root: Path, run: Path, *, environ: Mapping[str, str], out: Callable[[str], None], write: Writer = write_whole
) -> tuple[Place, Translations]:
    """Lay the learner's folder out and write what Jupyter reads; return where, and how to talk to the learner.

    Raises
    ------
    CourseUnreadable
        When the course has not been built.
    Refused
        When the path is unknown, the folder read-only, from a newer ailab or no visit's, or the disk full.
    """
    place = _place(root, run, environ)
    folder = place.folder
    first_form = environ.get("AILAB_START_FORM")
    done = lay_out(place.build, folder, first=first_language(environ), first_form=first_form, path=place.path, write=write)
    say = library_translations(done.memory.language)
    for message in done.messages:
        out(message)
    write_all(settings_writes(place, done.memory.language), folder=folder, say=say)
    return place, say


def _place(root: Path, run: Path, environ: Mapping[str, str]) -> Place:
    """Return the folders of this run: a learner's, or those of a visit."""
    say = library_translations(first_language(environ))
    build = root / "build"
    path = wanted_path(environ, read_map(build), say) if environ.get("AILAB_PATH") else None
    if path is None:
        return Place(build=build, folder=learner_folder(root, environ), run=run)
    folder = visit_folder(root, environ, path)
    claim(folder, path, say)
    return Place(build=build, folder=folder, run=run, path=path.slug)


def learner_folder(root: Path, environ: Mapping[str, str]) -> Path:
    """Return where the learner's notebooks lie: AILAB_FOLDER, else `my-work` beside the course."""
    wanted = environ.get("AILAB_FOLDER", "")
    return Path(wanted).expanduser().resolve() if wanted else root / "my-work"


def first_language(environ: Mapping[str, str]) -> Language:
    """Return the language of a folder that has none yet: AILAB_START_LANG, else this machine's, else English."""
    machine = (environ.get("LC_ALL"), environ.get("LC_MESSAGES"), environ.get("LANG"), locale.getlocale()[0])
    candidates = (as_language(environ.get("AILAB_START_LANG")), *(as_language(name) for name in machine if name))
    return next((language for language in candidates if language), "en")


def wanted_port(environ: Mapping[str, str], say: Translations) -> int:
    """Return AILAB_PORT, or 8888.

    Raises
    ------
    Refused
        When AILAB_PORT is no port.
    """
    text = environ.get("AILAB_PORT", "") or str(DEFAULT_PORT)
    if text.isdecimal() and 0 < int(text) <= _LAST_PORT:
        return int(text)
    raise Refused(
        say("AILAB_PORT is “{port}”, which is no port. Give a number from 1024 to 65535, for example AILAB_PORT=8899.").format(port=text)
    )


def expect_free(port: int, say: Translations) -> None:
    """Do nothing when this port can be used.

    Raises
    ------
    Refused
        When another program uses it, or we may not.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        if os.name == "posix":
            # As the server does itself: a port closed a moment ago is free.
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((_LOCALHOST, port))
        except OSError:
            other = port + 1 if port < _LAST_PORT else DEFAULT_PORT
            words = say(
                "Port {port} is busy: perhaps the course is open already. Close the other program, or choose another port: AILAB_PORT={other}."
            )
            raise Refused(words.format(port=port, other=other)) from None


@contextmanager
def _server(place: Place, port: int, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.port={port}"]
    with (place.run / "server.log").open("wb") as log:
        # In a session of its own: Ctrl-C comes to us alone, and we stop it without a question.
        server = subprocess.Popen(
            command, env=environment, cwd=place.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    # SIGINT too: a shell that starts us in the background has it ignored.
    before = {number: signal.signal(number, _interrupt) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield server
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        _stop(server)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=_FAREWELL_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _wait_until_up(server: subprocess.Popen[bytes], port: int, run: Path, say: Translations) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        if _answers(port):
            return
        time.sleep(0.2)
    log = (run / "server.log").read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    raise Refused("\n".join([say("JupyterLab did not start. Your work is as it was. Show these lines to your trainer:"), *log]))


def _answers(port: int) -> bool:
    connection = HTTPConnection(_LOCALHOST, port, timeout=2)
    try:
        connection.request("GET", "/api")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
