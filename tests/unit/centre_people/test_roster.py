"""A list as Excel saves it is taken in whole, or not at all, with every problem at its line."""

import re
from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ailab.errors import UnknownName
from ailab.lang import Language
from ailab.office.centre import Centre
from ailab.office.centre.people import (
    RosterDone,
    add_trainer,
    authenticate,
    import_roster,
    learners_of,
    leave,
    make_group,
    person_of,
    plan_roster,
    sample_roster,
)
from ailab.office.centre.people.doors import Admitted
from ailab.office.centre.people.lists import LARGEST
from ailab.office.centre.people.members import new_pseudonym
from ailab.office.centre.tables import Enrolment, Person
from ailab.office.centre.visit.animals import animals

from .conftest import NOW

PLAIN = "login,display_name,birth_year,gender,place\nLion 7,Sample learner 7,2013,f,Berkane\nFish 8,Sample learner 8,2012,m,Oujda\n"
FRENCH = "pseudonyme;nom complet;année de naissance;genre;ville;type de secret\r\nLion 7;Élève d’essai 7;2013;fille;Oujda;images\r\n"
ARABIC = "الاسم المستعار\tالاسم الكامل\tسنة الميلاد\tالجنس\tالمدينة\nأسد 7\tمتعلم مثال ٧\t٢٠١٣\tأنثى\tبركان\n"


def take(session: Session, centre: Centre, data: bytes | str, *, group: str | None = "monday", language: Language = "en") -> RosterDone:
    return import_roster(session, centre, data, group=group, language=language, now=NOW)


def told(done: RosterDone) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in done.problems]


def people(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Person)) or 0


def test_a_plain_list_makes_people_with_secrets_that_open(session: Session, centre: Centre) -> None:
    done = take(session, centre, PLAIN)

    assert done.is_well
    assert [(entry.line, entry.pseudonym, entry.display_name) for entry in done.added] == [
        (2, "Lion 7", "Sample learner 7"),
        (3, "Fish 8", "Sample learner 8"),
    ]
    for secret in done.secrets:
        assert isinstance(authenticate(session, login=secret.pseudonym, secret=secret.shown, address="10.0.0.2", now=NOW), Admitted)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [PLAIN, FRENCH, ARABIC], ids=["commas", "semicolons", "tabs"])
def test_lists_of_three_languages_and_programs_are_read(session: Session, centre: Centre, text: str, encoding: str) -> None:
    done = take(session, centre, text.encode(encoding))

    assert told(done) == []
    lion = session.get(Person, done.added[0].person)
    assert lion
    assert (lion.birth_year, lion.gender) == (2013, "f")


def test_excel_may_say_its_separator_first(session: Session, centre: Centre) -> None:
    done = take(session, centre, "sep=;\r\nlogin;display_name\r\nLion 7;Sample, learner 7\r\n")

    assert [(entry.line, entry.display_name) for entry in done.added] == [(3, "Sample, learner 7")]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_sample_list_is_one_that_is_taken(session: Session, centre: Centre, language: Language) -> None:
    done = take(session, centre, sample_roster(language), language=language)

    assert told(done) == []
    assert len(done.added) == 1


def test_the_same_list_twice_changes_nothing(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    before = {person.id: person.secret for person in session.scalars(select(Person))}
    again = take(session, centre, PLAIN)

    assert (again.added, again.changed, again.secrets) == ((), (), ())
    assert len(again.same) == 2
    assert {person.id: person.secret for person in session.scalars(select(Person))} == before


def test_a_list_without_logins_makes_them_once(session: Session, centre: Centre) -> None:
    text = "name;year\nSample learner 7;2013\nSample learner 8;2013\n"
    first, again = take(session, centre, text), take(session, centre, text)

    assert all(re.search(r"\d$", entry.pseudonym) for entry in first.added)
    assert [entry.person for entry in again.same] == [entry.person for entry in first.added]


def test_a_plan_says_what_would_be_and_does_nothing(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    changed = PLAIN.replace("Sample learner 7", "Sample Learner Seven").replace("Fish 8", "Cat 9")
    plan = plan_roster(session, centre, changed, group="monday", language="en", now=NOW)

    assert [entry.changes for entry in plan.changed] == [("display_name: Sample learner 7 → Sample Learner Seven",)]
    assert [entry.pseudonym for entry in plan.added] == ["Cat 9"]
    assert [entry.pseudonym for entry in plan.missing] == ["Fish 8"]
    assert people(session) == 2


def test_an_empty_cell_takes_nothing_away(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    done = take(session, centre, "login,birth_year,place\nLion 7,,\n")

    assert [entry.pseudonym for entry in done.same] == ["Lion 7"]
    assert session.get_one(Person, person_of(session, "lion7")).place == "Berkane"


def test_who_is_missing_from_the_list_stays(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    done = take(session, centre, "login,display_name\nLion 7,Sample learner 7\n")

    assert [entry.pseudonym for entry in done.missing] == ["Fish 8"]
    assert len(learners_of(session, "monday")) == 2


def test_who_left_comes_back_to_what_was_theirs(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    lion = person_of(session, "lion7")
    assert leave(session, person=lion, group="monday", now=NOW)
    assert [person.pseudonym for person in learners_of(session, "monday")] == ["Fish 8"]
    done = take(session, centre, PLAIN)

    assert [(entry.person, entry.changes) for entry in done.changed] == [(lion, ("comes back to the class",))]
    assert len(list(session.scalars(select(Enrolment)))) == 2


def test_one_learner_may_be_in_two_classes(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    done = take(session, centre, PLAIN, group="young")

    assert [entry.changes for entry in done.changed] == [("joins the class",)] * 2
    assert people(session) == 2


def test_a_login_of_somebody_else_is_not_taken_over(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    add_trainer(session, centre, login="Trainer", now=NOW)
    other = "login,display_name\nLION-7,Somebody Else\ntrainer,Sample learner 3\nCat 9,Sample learner 9\n"
    done = take(session, centre, other, group="young")

    assert told(done) == [
        (2, "The login LION-7 belongs to somebody else. Choose another one."),
        (3, "The login trainer belongs to somebody else. Choose another one."),
    ]
    assert people(session) == 3


def test_every_problem_is_told_and_nothing_is_kept(session: Session, centre: Centre) -> None:
    text = (
        "login,display_name,birth_year,gender,secret_kind\n"
        "../etc,Sample learner 1,2013,f,pin\n"
        "Lion 7,12345,2013,f,pin\n"
        "Cat 2,Sample learner 3,2013-05-04,f,pin\n"
        "Cat 3,Sample learner 4,1850,x,pin\n"
        "Cat 4,Sample learner 5,2013,f,fingerprint\n"
        "Cat 5,Sample learner 6,2013,f,pin\n"
        "CAT-5,Sample learner 7,2013,m,pin\n"
        "\n"
        ",,2013,f,pin\n"
        "Cat 6,Sample, learner 8,2013,f,pin,\n"
    )
    done = take(session, centre, text)

    assert [line for line, _ in told(done)] == [2, 3, 4, 5, 5, 6, 8, 10, 11]
    assert people(session) == 0
    assert done.secrets == ()
    messages = " ".join(message for _, message in told(done))
    for words in (
        "holds “.”",
        "can't be printed",
        "no year of birth",
        "“x” is not known",
        "pin, pictures",
        "stands in line 7",
        "neither",
        "7 cells",
    ):
        assert words in messages


def test_two_lines_of_one_learner_are_told(session: Session, centre: Centre) -> None:
    done = take(session, centre, "name,year\nSample learner 7,2013\nsample LEARNER 7,2013\nSample learner 7,2012\n")

    assert [line for line, _ in told(done)] == [3]


def test_a_made_pseudonym_is_none_that_stands_further_down(session: Session, centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter((0, 3, 0, 4))
    monkeypatch.setattr("ailab.office.centre.people.roster.new_pseudonym", partial(new_pseudonym, draw=lambda these: these[next(drawn)]))
    wanted = f"{next(iter(animals().values())).fr} 5"
    done = take(session, centre, f"login,name\n,Sample learner 1\n{wanted},Sample learner 2\n")

    assert [entry.pseudonym for entry in done.added] == [wanted.replace("5", "6"), wanted]


def test_a_column_may_name_the_class(session: Session, centre: Centre) -> None:
    text = "login,name,class\nLion 7,Sample learner 7,Classe du lundi\nCat 8,Sample learner 8,young\nFish 9,Sample learner 9,tuesday\nAnt 3,Sample learner 3,\n"
    done = take(session, centre, text, group=None)

    assert told(done) == [
        (4, "There is no class tuesday. Make it first, or write one of these: monday, young."),
        (5, "This line names no class."),
    ]
    good = take(session, centre, "\n".join(text.splitlines()[:3]), group=None)
    assert [entry.group for entry in good.added] == ["monday", "young"]


def test_a_list_of_another_class_is_not_taken(session: Session, centre: Centre) -> None:
    done = take(session, centre, "login,class\nLion 7,young\n", group="monday")

    assert told(done) == [(2, "This line is of the class young, the list is taken into Classe du lundi.")]


def test_an_unknown_class_is_refused(session: Session, centre: Centre) -> None:
    with pytest.raises(UnknownName, match="monday"):
        take(session, centre, PLAIN, group="mondays")


def test_the_youngest_get_pictures(session: Session, centre: Centre) -> None:
    make_group(session, id="eight", title="Eight", language="ar", band="8-10", edition="ma", time_zone="Africa/Casablanca", now=NOW)
    done = take(session, centre, PLAIN, group="eight")

    assert {secret.kind for secret in done.secrets} == {"pictures"}


def test_another_kind_of_secret_makes_a_new_one(session: Session, centre: Centre) -> None:
    take(session, centre, PLAIN)
    done = take(session, centre, "login,secret_kind\nLion 7,صور\nFish 8,\n")

    assert [(secret.pseudonym, secret.kind) for secret in done.secrets] == [("Lion 7", "pictures")]
    assert done.changed[0].changes == ("gets a new secret",)


def test_columns_that_nobody_needs_are_named_and_not_kept(session: Session, centre: Centre) -> None:
    done = take(session, centre, "login,phone,address\nLion 7,0600000000,Street 3\n")

    assert done.is_well
    assert done.notes[0].startswith("Not read and not stored: “phone”, “address”.")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "empty"),
        (b"login,display_name\n", "no learner"),
        (b"Lion 7,Sample learner 7\nCat 8,Sample learner 8\n", "first line must name the columns"),
        (b"place,gender\nBerkane,f\n", "one of them must be"),
        (b"login,login\na1,b2\n", "stands there twice"),
        (b"PK\x03\x04rest of a workbook", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
        (b"login\n\x00\x00\x00\n", "no list"),
        (b"x" * (LARGEST + 1), "MB"),
        (b'login,name\nLion 7,"Sample learner\n', "Line 2: a quotation mark"),
        ("nom;genre\nÉlève d’essai;fille\n".encode("cp1252"), "Windows-1252"),
        ("الاسم;الجنس\nمتعلم مثال;أنثى\n".encode("cp1256"), "Windows-1256"),
        ("nom;genre\nÉlève;fille\n".encode().decode("cp1252").encode(), "broken"),
        ("الاسم;الجنس\nمتعلم;أنثى\n".encode().decode("latin-1").encode(), "broken"),
        ("login,name\nlion7,El\ufffdve\n".encode(), "lost already"),
        (("login\n" + "\n".join(f"lion{at}" for at in range(2001))).encode(), "lines"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_list_is_named(session: Session, centre: Centre, data: bytes, words: str) -> None:
    done = take(session, centre, data)

    assert len(done.problems) == 1
    assert words in done.problems[0].message
    assert people(session) == 0


def test_a_list_of_ten_megabytes_is_refused_at_once(session: Session, centre: Centre) -> None:
    done = take(session, centre, b"login,name\n" + b"lion7,Sample learner 7\n" * 450_000)

    assert "10." in done.problems[0].message or "9." in done.problems[0].message


def test_a_name_that_a_page_could_take_for_a_command_stays_a_name(session: Session, centre: Centre) -> None:
    done = take(session, centre, 'login,name\nLion 7,"<script>alert(1)</script>"\nCat 8,=1+1 Sample\n')

    assert [entry.display_name for entry in done.added] == ["<script>alert(1)</script>", "=1+1 Sample"]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_problems_are_told_in_the_language_of_who_reads(session: Session, centre: Centre, language: Language) -> None:
    done = take(session, centre, "login,birth_year\nLion 7,long ago\n", language=language)

    assert "long ago" in done.problems[0].message
