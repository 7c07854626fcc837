"""The state folder of a centre: one folder, which may be copied to a stick while nothing runs.

centre.toml       settings               course/      nbgrader's course folder, gradebook, ledger
centre.sqlite     people and classes     build/       the course as learners see it
hub/              JupyterHub's own       exchange/    nbgrader's exchange
tls/              the local CA           homes/       each learner's folder
"""

import os
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ailab.errors import Refused
from ailab.lang import Language

FORMAT_VERSION: Final = 1
SETTINGS: Final = "centre.toml"
COURSE_ID: Final = "ailab"
_CODE: Final = re.compile(r"[a-z][a-z0-9]{0,9}")
_LANGUAGES: Final = ("ar", "fr", "en")
_PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person decides about a centre; every number has a default that a small machine can bear."""

    code: str
    """Begins every learner's id: one to ten lower-case letters and digits."""
    name: str
    """As it stands on certificates."""
    place: str
    edition: str = "ma"
    time_zone: str = "Africa/Casablanca"
    language: Language = "fr"
    """Of the first page, before anybody has chosen."""
    database: str = ""
    """Empty for SQLite in the folder, else postgresql+pg8000://USER@HOST/NAME; NAME_hub and NAME_gradebook stand beside it."""
    address: str = "127.0.0.1"
    """Where the hub listens; 0.0.0.0 for a class, then with TLS."""
    port: int = 8000
    tls: bool = False
    memory_mib: int = 2048
    """For one learner's server and all their kernels together."""
    processes: int = 192
    """Processes and threads of one learner; a kernel has about ten."""
    idle_minutes: int = 30
    """After which an idle server is stopped."""
    most_starting: int = 0
    """How many servers start at the same time; 0 for twice the cores."""
    isolation: bool = True
    """Without it learners can reach each other's files; only for trying out where Linux's namespaces are missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """A state folder and its settings."""

    folder: Path
    settings: Settings

    @property
    def hub(self) -> Path:
        """Return where JupyterHub keeps its own database, secrets and logs."""
        return self.folder / "hub"

    @property
    def logs(self) -> Path:
        """Return where every process of the centre writes what it says."""
        return self.hub / "logs"

    @property
    def tls(self) -> Path:
        """Return where the local CA and the certificate lie."""
        return self.folder / "tls"

    @property
    def course(self) -> Path:
        """Return nbgrader's course folder."""
        return self.folder / "course"

    @property
    def build(self) -> Path:
        """Return the course as learners see it."""
        return self.folder / "build"

    @property
    def exchange(self) -> Path:
        """Return the root of nbgrader's exchange."""
        return self.folder / "exchange"

    @property
    def homes(self) -> Path:
        """Return where the learners' folders lie."""
        return self.folder / "homes"

    def home(self, person: str) -> Path:
        """Return the folder of one learner, whose id must be one."""
        return self.homes / expect_id(person)

    def database_url(self, of: str = "centre") -> str:
        """Return the URL of "centre", "hub" or "gradebook"."""
        if not self.settings.database:
            path = {
                "centre": self.folder / "centre.sqlite",
                "hub": self.hub / "jupyterhub.sqlite",
                "gradebook": self.course / "gradebook.db",
            }
            return f"sqlite:///{path[of]}"
        return _beside(self.settings.database, of)


_ID: Final = re.compile(r"[a-z][a-z0-9]{0,9}(-t)?-[a-z0-9]{3,32}")


def expect_id(person: str) -> str:
    """Return a learner's or trainer's id, which becomes a folder's name.

    Raises
    ------
    Refused
        When it cannot be one.
    """
    if not _ID.fullmatch(person):
        raise Refused(f"'{person}' is no id of this centre. An id looks like c1-a7k2mn: small letters, digits and '-'.")
    return person


def make_centre(folder: Path, settings: Settings) -> Centre:
    """Make the folders of a new centre and write its settings.

    Raises
    ------
    Refused
        When there is a centre already, a setting is wrong, or the folder can't be written.
    """
    if (folder / SETTINGS).exists():
        raise Refused(f"{folder} holds a centre already. Open it with: ailab centre up --state {folder}")
    centre = Centre(folder=folder.resolve(), settings=_checked(settings, folder / SETTINGS))
    try:
        for path in (centre.folder, centre.hub, centre.logs, centre.tls, centre.course, centre.build, centre.exchange, centre.homes):
            path.mkdir(parents=True, exist_ok=True)
        keep_private(centre)
        write_settings(centre)
    except OSError as error:
        raise Refused(f"{error.filename or folder}: {error.strerror}. Choose another folder with --state.") from error
    return centre


def keep_private(centre: Centre) -> None:
    """Close the folders with children's names and secrets to everybody else on this machine, also after a stick that knows no rights."""
    for path in (centre.folder, centre.hub, centre.tls):
        path.mkdir(exist_ok=True)  # empty folders get lost on the way, too
        path.chmod(_PRIVATE)


def write_settings(centre: Centre) -> None:
    """Write centre.toml, whole or not at all."""
    lines = [f"format_version = {FORMAT_VERSION}", *(f"{name} = {_toml(value)}" for name, value in asdict(centre.settings).items())]
    aside = centre.folder / f".{SETTINGS}"
    aside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    aside.chmod(0o600)  # a database's password may stand in it
    aside.replace(centre.folder / SETTINGS)


def open_centre(folder: Path) -> Centre:
    """Return the centre in this folder.

    Raises
    ------
    Refused
        When there is none, or its settings can't be read.
    """
    path = folder / SETTINGS
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused(f"There is no centre in {folder}. Make one with: ailab centre up --state {folder} --name … --place …") from None
    except (OSError, ValueError) as error:
        raise Refused(f"{path}: {error}. Mend this file, or take it from a copy.") from error
    return Centre(folder=folder.resolve(), settings=_settings(data, path))


def _settings(data: dict[str, Any], path: Path) -> Settings:
    version = data.pop("format_version", None)
    if version != FORMAT_VERSION:
        raise Refused(f"{path}: format_version is {version}, this ailab reads {FORMAT_VERSION}. Update ailab.")
    known = {field.name: field for field in fields(Settings)}
    if unknown := sorted(data.keys() - known.keys()):
        raise Refused(f"{path}: unknown setting {', '.join(unknown)}. Known are {', '.join(known)}.")
    if missing := [name for name in ("code", "name", "place") if name not in data]:
        raise Refused(f"{path}: no {', '.join(missing)}. Add a line for it.")
    return _checked(Settings(**data), path)


def _checked(settings: Settings, path: Path) -> Settings:
    for field in fields(Settings):
        given, wanted = getattr(settings, field.name), {"int": int, "bool": bool}.get(str(getattr(field.type, "__name__", field.type)), str)
        if type(given) is not wanted:
            raise Refused(f"{path}: {field.name} is {given!r}. Write {'a whole number' if wanted is int else f'a {wanted.__name__}'}.")
    if not _CODE.fullmatch(settings.code):
        raise Refused(f"{path}: code is '{settings.code}'. Write one to ten small letters and digits, the first a letter.")
    if settings.language not in _LANGUAGES:
        raise Refused(f"{path}: language is '{settings.language}'. Write one of {', '.join(_LANGUAGES)}.")
    try:
        ZoneInfo(settings.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(f"{path}: time_zone is '{settings.time_zone}'. Write one like Africa/Algiers.") from None
    if settings.database and not settings.database.startswith("postgresql"):
        raise Refused(f"{path}: database is no PostgreSQL URL. Leave it empty, or write postgresql+pg8000://USER@HOST/NAME.")
    return settings


def _beside(url: str, of: str) -> str:
    head, _, query = url.partition("?")
    driver = head.replace("postgresql://", "postgresql+pg8000://", 1)
    return f"{driver.rstrip('/')}_{of}{'?' if query else ''}{query}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    quoted = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in quoted) + '"'


def state_folder(given: Path | None) -> Path:
    """Return the state folder: the one given, else AILAB_CENTRE, else `centre` here."""
    return (given or Path(os.environ.get("AILAB_CENTRE", "") or "centre")).expanduser().resolve()
