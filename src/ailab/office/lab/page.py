"""What every address of ours inside Jupyter Server shares: the place, what is to be said next, the guard of the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join

from ailab.errors import AilabError
from ailab.lang import library_translations
from ailab.office.lab.coursemap import CourseMap, read_map
from ailab.office.lab.folder import choose
from ailab.office.lab.memory import Memory, read_memory
from ailab.office.lab.settings import HOME, Place

POLICY: Final = "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'; form-action 'self'; base-uri 'none'"


@dataclass(slots=True)
class Said:
    """What the next page has to say; it is said once."""

    words: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What every address needs."""

    place: Place
    said: Said
    forgets: bool
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def course(self) -> CourseMap:
        """Return the course as it is built now."""
        return read_map(self.place.build, self.place.path)

    def memory(self) -> Memory:
        """Return what the folder remembers, complete even when its settings were lost."""
        found = read_memory(self.place.folder, say=library_translations("en"))
        return found or Memory(language=choose(None, self.course(), None), laid={})


def leave_address(environ: Mapping[str, str]) -> str:
    """Return where one logs out of the hub that this server belongs to; empty where there is none."""
    return f"{environ.get('JUPYTERHUB_BASE_URL', '/')}hub/logout" if environ.get("JUPYTERHUB_API_URL") else ""


class Page(JupyterHandler):
    """An address of ours."""

    def initialize(self, site: Site) -> None:
        """Keep the site; Tornado gives it to each request."""
        self.site = site

    @property
    def content_security_policy(self) -> str:
        """Allow what stands on our own pages, and nothing from elsewhere."""
        return POLICY

    def home(self) -> None:
        """Send the browser back to the page."""
        self.redirect(url_path_join(self.base_url, HOME), status=303)


class Telling:
    """Turn what ailab refuses into words on the next page."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def __enter__(self) -> None:
        """Forget what was to be said before."""
        self.site.said.words, self.site.said.trouble = (), ""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Keep the words of a refusal; let everything else through."""
        if isinstance(error, AilabError):
            self.site.said.trouble = str(error)
            return True
        return False
