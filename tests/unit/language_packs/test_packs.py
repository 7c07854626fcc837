"""The packs as JupyterLab's server finds and reads them."""

import json
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel import Locale
from jupyterlab_server import translation_utils

from .conftest import ROOT

ISOLATED = "\u200f\u2067{}\u2069"
NAME = "\u2068%1\u2069"


@pytest.fixture(scope="module")
def files(build: ModuleType, upstream: Path) -> dict[str, bytes]:
    return {name: content for pack in build.PACKS for name, content in build.pack_files(pack)}


@pytest.fixture
def installed(build: ModuleType, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the packs on the path and tell JupyterLab's server about them, and about nothing else."""
    site = tmp_path / "installed"
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    points = [EntryPoint(pack.locale, pack.package, "jupyterlab.languagepack") for pack in build.PACKS]
    monkeypatch.setattr(translation_utils, "entry_points", lambda group: points if group == "jupyterlab.languagepack" else [])
    monkeypatch.syspath_prepend(str(site))
    for pack in build.PACKS:
        # Another copy may be installed and imported.
        monkeypatch.delitem(sys.modules, pack.package, raising=False)
    return site


def words(files: dict[str, bytes], locale: str, domain: str = "jupyterlab") -> dict[str, Any]:
    return dict(json.loads(files[f"jupyterlab_language_pack_{locale}/locale/{locale}/LC_MESSAGES/{domain}.json"]))


def test_server_lists_every_pack_with_its_name(installed: Path) -> None:
    found, message = translation_utils.get_language_packs("ar_MA")

    assert message == ""
    assert set(found) == {"en", "ar_DZ", "ar_MA", "fr"}
    assert found["ar_DZ"]["nativeName"] == "العربية (الجزائر)"


@pytest.mark.parametrize("locale", ["ar_DZ", "ar_MA", "fr"])
def test_server_reads_the_domains_of_a_pack(installed: Path, locale: str) -> None:
    found, message = translation_utils.get_language_pack(locale)

    assert message == ""
    assert {"jupyterlab", "notebook"} <= set(found)
    assert found["jupyterlab"][""]["domain"] == "jupyterlab"


def test_names_of_settings_are_translated_by_the_server(installed: Path) -> None:
    bundle = translation_utils.TranslationBundle("jupyterlab", "ar_MA")

    assert bundle.pgettext("schema", "Keyboard Shortcuts") == "اختصارات لوحة المفاتيح"


def test_the_only_json_of_a_pack_is_its_catalogue(files: dict[str, bytes]) -> None:
    folders = {str(Path(name).parent) for name in files if name.endswith(".json")}

    assert folders == {f"jupyterlab_language_pack_{locale}/locale/{locale}/LC_MESSAGES" for locale in ("ar_DZ", "ar_MA", "fr")}


def test_header_is_as_the_front_end_wants_it(files: dict[str, bytes]) -> None:
    header = words(files, "ar_MA", "notebook")[""]

    assert header["domain"] == "notebook"
    assert header["language"] == "ar-MA"
    assert header["plural_forms"].startswith("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2")


def test_context_and_text_are_joined_as_gettext_does(files: dict[str, bytes]) -> None:
    assert words(files, "ar_MA")["menu\u0004File"] == ["ملف"]


def test_plural_message_has_six_forms_and_a_plain_one_has_one(files: dict[str, bytes]) -> None:
    found = words(files, "ar_MA")

    assert len(found["%1 cell hidden"]) == 6
    assert {len(forms) for key, forms in found.items() if key} == {1, 6}


def test_both_countries_have_the_same_words(files: dict[str, bytes]) -> None:
    morocco, algeria = words(files, "ar_MA"), words(files, "ar_DZ")

    assert {**morocco, "": {}} == {**algeria, "": {}}
    assert algeria[""]["language"] == "ar-DZ"


def test_french_pack_completes_upstreams_words(files: dict[str, bytes]) -> None:
    found = words(files, "fr")

    assert found["Close"] == ["Fermer"]
    assert found["Cell Tags"] == ["Étiquettes des cellules"]
    assert files["jupyterlab_language_pack_fr/LICENSE.txt"] == b"theirs\n"


def test_missing_upstream_pack_is_named(build: ModuleType) -> None:
    pack = build.Pack(locale="fr", folder="fr", upstream="jupyterlab_language_pack_xx_XX")

    with pytest.raises(FileNotFoundError, match="install jupyterlab-language-pack-xx-XX"):
        build.catalogues(pack)


def test_same_catalogues_give_the_same_bytes(build: ModuleType, files: dict[str, bytes]) -> None:
    assert dict(build.pack_files(build.PACKS[0])).items() <= files.items()


def test_locales_are_known_to_babel(build: ModuleType) -> None:
    assert [str(Locale.parse(pack.locale)) for pack in build.PACKS] == [pack.locale for pack in build.PACKS]


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("تشغيل الخلية", "تشغيل الخلية"),
        ("حفظ باسم…", ISOLATED.format("حفظ باسم…")),
        ("ملف %1", ISOLATED.format(f"ملف {NAME}")),
        ("رسالة من ", "رسالة من "),
        ("مرجع Python", ISOLATED.format("مرجع Python")),
        ("سطر.\nسطر", ISOLATED.format("سطر.") + "\nسطر"),
        ("JupyterLab", "JupyterLab"),
        ("Enregistrer %1…", "Enregistrer %1…"),
    ],
    ids=["plain", "ellipsis", "name", "space", "latin", "lines", "brand", "french"],
)
def test_arabic_reads_from_right_to_left_in_a_left_to_right_frame(build: ModuleType, text: str, placed: str) -> None:
    assert build.in_its_own_direction(text) == placed


@pytest.mark.parametrize("version", ["standard", "editable"])
def test_hook_adds_every_file_to_the_wheel(build: ModuleType, files: dict[str, bytes], tmp_path: Path, version: str) -> None:
    hook = build.LanguagePacks(str(tmp_path), {}, None, None, str(tmp_path / "dist"), "wheel")
    data: dict[str, Any] = {"force_include": {}, "force_include_editable": {}}

    hook.initialize(version, data)

    taken = data["force_include_editable" if version == "editable" else "force_include"]
    assert {name: Path(source).read_bytes() for source, name in taken.items()} == files


def test_every_pack_has_its_entry_point(build: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["entry-points"]["jupyterlab.languagepack"] == {pack.locale: pack.package for pack in build.PACKS}
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["path"] == "language_packs/build.py"
