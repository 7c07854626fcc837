"""Language packs of JupyterLab, made from gettext catalogues when ailab is installed.

The front end reads JSON, the server reads MO for the names of settings; both are compiled here
into packages that exist in the wheel alone. The names of packages and folders are JupyterLab's:
`jupyterlab_language_pack_<locale>/locale/<locale>/LC_MESSAGES/<domain>.json`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE: Final = Path(__file__).resolve().parent
DOMAINS: Final = ("jupyterlab", "jupyterlab_widgets", "notebook")

# Unicode isolates: what stands inside is laid out by itself, whatever stands around. The mark before
# them is for pages that look for the first letter to find a line's direction: they skip isolates.
RIGHT_TO_LEFT: Final = "\u200f\u2067"
ANY_DIRECTION: Final = "\u2068"
END: Final = "\u2069"

_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_PLAIN: Final = re.compile("[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*")
_PLACEHOLDER: Final = re.compile(r"%\d")
_LINE: Final = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One language pack."""

    locale: str
    """As Babel knows it; JupyterLab refuses others."""
    folder: str
    """Where our catalogues lie, one for each domain."""
    upstream: str = ""
    """An installed package whose catalogues ours complete."""

    @property
    def package(self) -> str:
        """Return the name under which JupyterLab looks for it."""
        return f"jupyterlab_language_pack_{self.locale}"


# Dates and digits come from the browser and follow the locale: the words are the same in both countries.
# Only one pack can stand for a locale, so the French one has a name of its own and holds upstream's words too.
PACKS: Final = (
    Pack(locale="ar_MA", folder="ar"),
    Pack(locale="ar_DZ", folder="ar"),
    Pack(locale="fr", folder="fr", upstream="jupyterlab_language_pack_fr_FR"),
)


def pack_files(pack: Pack) -> Iterator[tuple[str, bytes]]:
    """Give every file of a pack, with its path inside the wheel."""
    yield f"{pack.package}/__init__.py", f'"""Words of JupyterLab\'s interface: {pack.locale}."""\n'.encode()
    for domain, catalogue in sorted(catalogues(pack).items()):
        path = f"{pack.package}/locale/{pack.locale}/LC_MESSAGES/{domain}"
        yield f"{path}.json", to_json(catalogue, domain, pack.locale)
        yield f"{path}.mo", catalogue.to_binary()
    for notice in upstream_folder(pack).glob("../*.dist-info/licenses/*") if pack.upstream else ():
        if notice.parent.parent.name.lower().startswith(pack.upstream.lower()):
            yield f"{pack.package}/{notice.name}", notice.read_bytes()


def catalogues(pack: Pack) -> dict[str, polib.POFile]:
    """Return the catalogue of each domain, upstream's words completed by ours."""
    ours = {path.stem: path for path in (HERE / pack.folder).glob("*.po")}
    theirs = {path.stem: path for path in upstream_folder(pack).rglob("*.mo")} if pack.upstream else {}
    return {domain: _merged(theirs.get(domain), ours.get(domain)) for domain in DOMAINS if domain in ours or domain in theirs}


def upstream_folder(pack: Pack) -> Path:
    """Return the folder of the package a pack completes."""
    found = find_spec(pack.upstream)
    if found is None or found.origin is None:
        message = f"The language pack {pack.locale} is built on {pack.upstream}: install {pack.upstream.replace('_', '-')}."
        raise FileNotFoundError(message)
    return Path(found.origin).parent


def _merged(theirs: Path | None, ours: Path | None) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=0)
    sources = [source for source in (theirs and polib.mofile(str(theirs)), ours and polib.pofile(str(ours))) if source]
    entries = {(entry.msgctxt, entry.msgid): entry for source in sources for entry in source}
    catalogue.metadata = dict(sources[-1].metadata)
    catalogue.extend(_for_the_frame(entry) for _, entry in sorted(entries.items(), key=lambda pair: (pair[0][0] or "", pair[0][1])))
    return catalogue


def _for_the_frame(entry: Any) -> polib.POEntry:
    plural = {number: in_its_own_direction(text) for number, text in entry.msgstr_plural.items()}
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr="" if plural else in_its_own_direction(entry.msgstr),
        msgstr_plural=plural,
    )


def in_its_own_direction(text: str) -> str:
    """Return a text whose Arabic lines read from right to left inside JupyterLab's left-to-right frame.

    A dot, an ellipsis or a file name would otherwise stand on the wrong side of the line.
    """
    return "\n".join(map(_isolated, text.split("\n")))


def _isolated(line: str) -> str:
    found = _LINE.fullmatch(line)
    assert found is not None
    before, words, after = found.groups()
    if not _ARABIC.search(words) or _PLAIN.fullmatch(words):
        return line
    placed = _PLACEHOLDER.sub(lambda name: f"{ANY_DIRECTION}{name[0]}{END}", words)
    return f"{before}{RIGHT_TO_LEFT}{placed}{END}{after}"


def to_json(catalogue: polib.POFile, domain: str, locale: str) -> bytes:
    """Return a catalogue in the form JupyterLab's front end reads: sorted, one message a line."""
    header = {"domain": domain, "language": locale.replace("_", "-"), "plural_forms": catalogue.metadata["Plural-Forms"]}
    data: dict[str, Mapping[str, str] | list[str]] = {"": header}
    for entry in catalogue:
        if words := translations(entry):
            data[f"{entry.msgctxt}\u0004{entry.msgid}" if entry.msgctxt else entry.msgid] = words
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0) + "\n").encode()


def translations(entry: polib.POEntry) -> list[str]:
    """Return the forms of a message; none when it isn't translated, for an empty one would show as nothing."""
    forms = [text for _, text in sorted(entry.msgstr_plural.items())] or [entry.msgstr]
    return forms if all(forms) else []


class LanguagePacks(BuildHookInterface[Any]):
    """Adds the packs to the wheel, an editable one included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the packs into build/ and tell hatchling to take them along."""
        target = Path(self.root) / "build" / "language_packs"
        for pack in PACKS:
            for name, content in pack_files(pack):
                path = target / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                build_data["force_include"][str(path)] = name
        if version == "editable":
            build_data["force_include_editable"] = dict(build_data["force_include"])
