"""The state folder: made once, read back, refused with words when it is wrong."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.centre import Settings, make_centre, open_centre
from ailab.office.centre.folder import expect_id, state_folder

SETTINGS = Settings(code="c1", name='Centre «Al Amal» "Berkane"\\', place="بركان")


def test_what_was_made_is_read_back(tmp_path: Path) -> None:
    made = make_centre(tmp_path / "centre", replace(SETTINGS, port=8100, tls=True, language="ar"))

    assert open_centre(tmp_path / "centre") == made


def test_nobody_else_on_the_machine_reads_the_folder(tmp_path: Path) -> None:
    centre = make_centre(tmp_path / "centre", SETTINGS)

    assert {stat.S_IMODE(path.stat().st_mode) for path in (centre.folder, centre.hub, centre.tls)} == {0o700}
    assert stat.S_IMODE((centre.folder / "centre.toml").stat().st_mode) == 0o600


def test_a_second_centre_is_not_made_over_the_first(tmp_path: Path) -> None:
    make_centre(tmp_path / "centre", SETTINGS)

    with pytest.raises(Refused, match="holds a centre already"):
        make_centre(tmp_path / "centre", replace(SETTINGS, code="c2"))

    assert open_centre(tmp_path / "centre").settings == SETTINGS


def test_a_folder_copied_elsewhere_is_the_same_centre_there(tmp_path: Path) -> None:
    make_centre(tmp_path / "centre", SETTINGS)
    (tmp_path / "centre").rename(tmp_path / "stick")

    moved = open_centre(tmp_path / "stick")

    assert moved.settings == SETTINGS
    assert moved.database_url() == f"sqlite:///{tmp_path}/stick/centre.sqlite"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"code": "C 1"}, "small letters"),
        ({"code": "../x"}, "small letters"),
        ({"language": "de"}, "ar, fr, en"),
        ({"time_zone": "Berkane"}, "Africa/Algiers"),
        ({"time_zone": "../../etc/passwd"}, "Africa/Algiers"),
        ({"database": "mysql://x"}, "PostgreSQL"),
        ({"port": "8000"}, "whole number"),
        ({"tls": 1}, "bool"),
    ],
)
def test_a_wrong_setting_is_named_with_a_remedy(tmp_path: Path, wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        make_centre(tmp_path / "centre", replace(SETTINGS, **wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "said"),
    [("colour = 'red'", "unknown setting colour"), ("format_version = 9", "Update ailab"), ("name = [", "Mend this file")],
)
def test_a_settings_file_somebody_edited_is_refused_with_its_name(tmp_path: Path, line: str, said: str) -> None:
    path = make_centre(tmp_path / "centre", SETTINGS).folder / "centre.toml"
    lines = [each for each in path.read_text(encoding="utf-8").splitlines() if each.split(" = ")[0] != line.split(" = ")[0]]
    path.write_text("\n".join([*lines, line]), encoding="utf-8")

    with pytest.raises(Refused, match=said) as refused:
        open_centre(path.parent)

    assert str(path) in str(refused.value)


def test_no_centre_is_no_crash(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ailab centre up"):
        open_centre(tmp_path / "nothing")


def test_a_postgresql_centre_has_three_databases_side_by_side(tmp_path: Path) -> None:
    url = "postgresql://ailab@/berkane?unix_sock=/run/x/.s.PGSQL.5432"
    centre = make_centre(tmp_path / "centre", replace(SETTINGS, database=url))

    assert [centre.database_url(of) for of in ("centre", "hub", "gradebook")] == [
        f"postgresql+pg8000://ailab@/berkane_{of}?unix_sock=/run/x/.s.PGSQL.5432" for of in ("centre", "hub", "gradebook")
    ]


@pytest.mark.parametrize("name", ["../x", "c1-", "", "C1-ABCDEF", "c1-abc/def", "c1-abc\n", "root", "c1-abcdef\0"])
def test_what_is_no_id_never_becomes_a_path(name: str) -> None:
    with pytest.raises(Refused, match="no id"):
        expect_id(name)


def test_the_folder_is_the_one_given_else_that_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_CENTRE", str(tmp_path / "b"))

    assert state_folder(tmp_path / "a") == tmp_path / "a"
    assert state_folder(None) == tmp_path / "b"
