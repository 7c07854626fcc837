"""The build hook, what the installed front end asks for, and a stand-in for upstream's French."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import polib
import pytest

from .front_end import Message, asked_messages

ROOT = Path(__file__).resolve().parents[3]
FAKE_UPSTREAM = "jupyterlab_language_pack_fr_FR"


@pytest.fixture(scope="session")
def build() -> ModuleType:
    """Return language_packs/build.py, which lies in no package."""
    spec = spec_from_file_location("language_packs_build", ROOT / "language_packs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def asked() -> frozenset[Message]:
    """Return every message of the installed JupyterLab, Notebook and widgets."""
    return asked_messages()


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Put a French pack of two messages where the real one would be; return the folder it lies in."""
    site = tmp_path_factory.mktemp("site")
    write_upstream(site)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.syspath_prepend(str(site))
        # An installed one may be known already.
        monkeypatch.delitem(sys.modules, FAKE_UPSTREAM, raising=False)
        yield site


def write_upstream(site: Path) -> None:
    """Write a French pack as it would be installed."""
    folder = site / FAKE_UPSTREAM
    messages = folder / "locale" / "fr_FR" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (folder / "__init__.py").touch()
    notice = site / "jupyterlab_language_pack_fr_fr-4.5.dist-info" / "licenses" / "LICENSE.txt"
    notice.parent.mkdir(parents=True)
    notice.write_text("theirs\n", encoding="utf-8")
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": "nplurals=2; plural=(n > 1);"}
    catalogue.append(polib.POEntry(msgid="Close", msgstr="Fermer"))
    catalogue.append(polib.POEntry(msgid="Cell Tags", msgstr="Tags"))
    catalogue.save_as_mofile(str(messages / "jupyterlab.mo"))
