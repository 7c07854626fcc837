"""What a kit is made of."""

import ast
import json
import subprocess
import sys
import tarfile
from pathlib import Path, PurePosixPath

import pytest
from tests.conftest import TINY
from tests.unit.kit.conftest import small_wheel

from ailab.errors import Refused
from ailab.lang import library_translations
from ailab.office.hub.kit.archive import SUMS, files_below, pack, pack_folder, tree, write_sums
from ailab.office.hub.kit.carried import carried_build
from ailab.office.hub.kit.make import Made, installed_mib, project_version, summary
from ailab.office.hub.kit.parts import BARE, copy_installer, installer_texts, pack_course, write_book
from ailab.office.hub.kit.proxy import SOURCE, licenses

ROOT = Path(__file__).resolve().parents[3]


def test_an_archive_is_the_same_whoever_packs_it_and_when(tmp_path: Path) -> None:
    for name, at in (("one", 0), ("two", 1_000_000_000)):
        folder = tmp_path / name
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "run").write_bytes(b"#!")
        (folder / "bin" / "run").chmod(0o700 if at else 0o755)
        pack(tree(folder, under="x") | {PurePosixPath("x/words"): b"\xd9\x85"}, tmp_path / f"{name}.tar.gz")

    assert (tmp_path / "one.tar.gz").read_bytes() == (tmp_path / "two.tar.gz").read_bytes()
    with tarfile.open(tmp_path / "one.tar.gz") as tar:
        assert [(entry.name, oct(entry.mode), entry.mtime, entry.uid) for entry in tar] == [
            ("x/bin/run", "0o755", 0, 0),
            ("x/words", "0o644", 0, 0),
        ]


def test_checksums_are_those_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "kit" / "wheels").mkdir(parents=True)
    (tmp_path / "kit" / "wheels" / "é.whl").write_bytes(b"1")

    write_sums(tmp_path / "kit")
    run = subprocess.run(["sha256sum", "--check", SUMS], cwd=tmp_path / "kit", capture_output=True, text=True, check=True)

    assert run.stdout == "wheels/é.whl: OK\n"


def test_one_archive_holds_the_kit_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "a").write_bytes(b"1")

    pack_folder(tmp_path / "kit", tmp_path / "kit.tar")

    with tarfile.open(tmp_path / "kit.tar") as tar:
        assert tar.getnames() == ["kit/a"]


def test_the_installer_needs_the_standard_library_alone() -> None:
    imported = set()
    for path in BARE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            if isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(str(node.module).split(".")[0])

    assert imported <= sys.stdlib_module_names


def test_an_older_python_can_read_the_first_file_of_the_installer() -> None:
    ast.parse((BARE / "front.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_installer_speaks_three_languages(tmp_path: Path) -> None:
    copy_installer(tmp_path)

    words = json.loads((tmp_path / "words.json").read_text(encoding="utf-8"))

    assert sorted(words) == ["ar", "fr"]
    assert set(words["fr"]) == set(words["ar"]) == set(installer_texts())
    assert len(installer_texts()) >= 15
    for language in ("fr", "ar"):
        assert [text for text in installer_texts() if library_translations(language)(text) == text] == []


def test_the_page_to_begin_with_names_the_command(tmp_path: Path) -> None:
    write_book(tmp_path)

    assert "python3 install.py" in (tmp_path / "READ-ME.txt").read_text(encoding="utf-8")


def test_the_course_comes_built_with_sources_and_checks_beside_it(tmp_path: Path) -> None:
    for name in ("LICENSE", "LICENSE-content"):
        assert (ROOT / name).is_file()
    root = tmp_path / "root"
    root.mkdir()
    for path in (TINY / "course", TINY / "graders", ROOT / "LICENSE", ROOT / "LICENSE-content"):
        (root / path.name).symlink_to(path)

    pack_course(root, tmp_path / "course.tar.gz")

    with tarfile.open(tmp_path / "course.tar.gz") as tar:
        found = tar.getnames()
    for start in (
        "course/build/map.json",
        "course/build/release/ar/",
        "course/build/nbgrader/source/",
        "course/course/course.toml",
        "course/graders/",
    ):
        assert any(name.startswith(start) for name in found), start
    assert not any("__pycache__" in name for name in found)


def test_a_course_that_cannot_be_built_makes_no_kit(tiny_root: Path, tmp_path: Path) -> None:
    (tiny_root / "course" / "course.toml").write_text("nothing = ", encoding="utf-8")

    with pytest.raises(Refused, match="ailab course check"):
        pack_course(tiny_root, tmp_path / "course.tar.gz")


def package(folder: Path, name: str, **data: object) -> None:
    home = folder / name
    home.mkdir(parents=True)
    (home / "package.json").write_text(json.dumps({"name": name, "version": "1.0", **data}), encoding="utf-8")


def test_every_package_of_the_proxy_tells_its_license(tmp_path: Path) -> None:
    package(tmp_path, "one", license="MIT")
    (tmp_path / "one" / "LICENSE.md").write_text("Do what you like.\n", encoding="utf-8")
    package(tmp_path, "@scope/two", licenses=[{"type": "ISC"}, {"type": "MIT"}])
    package(tmp_path / "one" / "node_modules", "three", license={"type": "BSD-3-Clause"})
    (tmp_path / "one" / "dist").mkdir()
    (tmp_path / "one" / "dist" / "package.json").write_text('{"type": "module"}', encoding="utf-8")

    text = licenses(tmp_path)

    assert text.splitlines()[2:5] == ["@scope/two 1.0: ISC OR MIT", "three 1.0: BSD-3-Clause", "one 1.0: MIT"]
    assert "one 1.0, LICENSE.md\n\nDo what you like." in text


def test_a_package_without_a_license_goes_into_no_kit(tmp_path: Path) -> None:
    package(tmp_path, "secretive")

    with pytest.raises(Refused, match="secretive says nothing of its license"):
        licenses(tmp_path)


def test_the_proxys_lock_has_a_checksum_for_each_package_and_names_no_place() -> None:
    text = (SOURCE / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]

    assert [name for name, each in packages.items() if name and not each.get("integrity", "").startswith("sha512-")] == []
    assert "resolved" not in text


def test_room_is_counted_for_the_python_that_is_there(tmp_path: Path) -> None:
    wheel = small_wheel(tmp_path, "1")
    wheel.rename(tmp_path / "big-1-cp313-cp313-manylinux_2_28_x86_64.whl")
    small_wheel(tmp_path, "1")

    assert installed_mib(tmp_path, "3.11") == 1


def test_a_summary_tells_size_and_the_checksum_to_compare(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "a.whl").write_bytes(b"0" * (3 << 20))
    pack_folder(tmp_path / "kit", tmp_path / "kit.tar")

    lines = summary(Made(folder=tmp_path / "kit", archive=tmp_path / "kit.tar", sums="abc"))

    assert lines == (f"{tmp_path / 'kit.tar'}: 3 MB, 1 files", "largest: a.whl 3 MB", "SHA-256 of SHA256SUMS: abc")


def test_the_version_is_the_projects() -> None:
    assert project_version(ROOT)
    assert list(files_below(BARE)) == sorted(files_below(BARE))


def test_a_course_that_came_with_the_kit_is_found_and_none_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert carried_build() is None

    (tmp_path / "share" / "ailab" / "course" / "build" / "nbgrader").mkdir(parents=True)

    assert carried_build() == tmp_path / "share" / "ailab" / "course" / "build"
