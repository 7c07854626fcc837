"""Each rule, by breaking the tiny course in one place."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ailab.errors import CourseUnreadable
from ailab.office.course import Problem, check_course, read_course

Break = Callable[[Path], object]


def replace(path: str, old: str, new: str) -> Break:
    def breaks(root: Path) -> None:
        file = root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return breaks


def write(path: str, text: str) -> Break:
    def breaks(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return breaks


def remove(path: str) -> Break:
    return lambda root: (root / path).unlink()


def problems_of(root: Path) -> list[Problem]:
    reading = read_course(root)
    return [*reading.problems, *check_course(reading.course)]


def ladder(rungs: str) -> Break:
    return replace("course/exercises/tiny_steps/double_number_check.py", "MISCONCEPTIONS = (", f"LADDER = ({rungs})\n\nMISCONCEPTIONS = (")


EX = "course/exercises/tiny_steps"
MOD = "course/modules/tiny_steps"
SUB = "tests/submissions/tiny_steps/double_number"

BROKEN: dict[str, tuple[Break, str, int | None, str]] = {
    "short path to nowhere": (
        replace("course/course.toml", "[[tracks]]", '[[short_paths]]\nid = "visit"\ntitle = "A visit"\nminutes = 90\nsteps = ["tiny_lesson", "nowhere"]\n\n[[tracks]]'),
        "course/course.toml", None, "'nowhere'",
    ),
    "short path too long": (
        replace("course/course.toml", "[[tracks]]", '[[short_paths]]\nid = "visit"\ntitle = "A visit"\nminutes = 1\nsteps = ["double_number"]\n\n[[tracks]]'),
        "course/course.toml", None, "it has 1",
    ),
    "book without title": (write("course/books/try_out/book.md", "Words.\n"), "course/books/try_out/book.md", 1, "has no title"),
    "book without sections": (write("course/books/tiny_steps/book.md", "# Steps\n"), "course/books/tiny_steps/book.md", 1, "'Minute plan'"),
    "minutes that don't add up": (
        write("course/books/tiny_steps/book.md", "# Steps\n\n## Minute plan\n\n| Minutes | What |\n| --- | --- |\n| 10 | Sit |\n| 20 | Go |\n\n## Goals\n\n| 99 | x |\n"),
        "course/books/tiny_steps/book.md", 3, "plan has 30 minutes, the module 60"),
    "bad TOML": (replace(f"{EX}/exercises.toml", "points = 4", "points = = 4"), f"{EX}/exercises.toml", 6, "Not valid TOML"),
    "unknown key": (replace(f"{EX}/exercises.toml", "points = 4", "pionts = 4"), f"{EX}/exercises.toml", None, "pionts"),
    "wrong type": (replace(f"{MOD}/module.toml", "minutes = 60", 'minutes = "long"'), f"{MOD}/module.toml", 4, "Expected `int`"),
    "format too new": (replace("course/course.toml", "format_version = 1", "format_version = 9"), "course/course.toml", 1, "format_version is 9"),
    "not UTF-8": (lambda root: (root / f"{EX}/double_number.py").write_bytes(b"\xff\xfe"), f"{EX}/double_number.py", 1, "Not UTF-8"),
    "lesson missing": (remove(f"{MOD}/tiny_lesson.py"), f"{MOD}/module.toml", None, "does not exist"),
    "exercise not listed": (replace(f"{MOD}/module.toml", ', "explain_doubling"', ""), f"{EX}/exercises.toml", None, "not in the list"),
    "exercise without table": (replace(f"{MOD}/module.toml", '"explain_doubling"', '"explain_doubling", "nothing_there"'), f"{MOD}/module.toml", 6, "has no table"),
    "unknown role": (replace(f"{EX}/double_number.py", "# %% try", "# %% play"), f"{EX}/double_number.py", 28, "Unknown role 'play'"),
    "broken Python": (replace(f"{MOD}/tiny_lesson.py", "2 * 21\n", "2 * * 21\n"), f"{MOD}/tiny_lesson.py", None, "Not valid Python"),
    "stub is no Python": (replace(f"{EX}/double_number.py", "    ### BEGIN SOLUTION\n    return 2 * number\n    ### END SOLUTION", "### BEGIN SOLUTION\n    return 2 * number\n### END SOLUTION"), f"{EX}/double_number.py", None, "no valid Python"),
    "solution not marked": (replace(f"{EX}/explain_doubling.py", "### END SOLUTION", ""), f"{EX}/explain_doubling.py", None, "not marked"),
    "check cell with more": (replace(f"{EX}/double_number.py", 'check("double_number")', 'print(check("double_number"))'), f"{EX}/double_number.py", None, "holds something else"),
    "no check cell": (replace(f"{EX}/double_number.py", "# %% check", "# %% try"), f"{EX}/double_number.py", None, "0 check cells"),
    "duplicate cell id": (replace(f"{EX}/double_number.py", "# %% try", '# %% try name="double-number-given"'), f"{EX}/double_number.py", None, "stands twice"),
    "duplicate id": (replace("course/course.toml", "[[tracks]]", '[[tracks]]\nid = "other"\ntitle = "Tiny track"\nmodules = ["tiny_lesson"]\n\n[[tracks]]'), f"{MOD[:-10]}tiny_lesson/module.toml", None, "missing"),
    "bad slug": (lambda root: _rename(root, "explain_doubling", "explain2"), f"{EX}/exercises.toml", None, "is no slug"),
    "unknown framework code": (replace(f"{MOD}/module.toml", '"U3"', '"U9"'), f"{MOD}/module.toml", None, "cfs U9"),
    "unknown outcome": (replace(f"{EX}/exercises.toml", 'outcomes = ["double"]', 'outcomes = ["halve"]'), f"{EX}/exercises.toml", None, "Unknown outcome 'halve'"),
    "unknown data set": (replace(f"{EX}/exercises.toml", "tiny_prices", "huge_prices"), f"{EX}/exercises.toml", None, "no data set 'huge_prices'"),
    "data changed": (replace(f"{MOD}/data/tiny_prices.csv", "dates,40", "dates,41"), f"{MOD}/module.toml", None, "another hash"),
    "no licence": (replace(f"{MOD}/module.toml", "CC0-1.0", ""), f"{MOD}/module.toml", None, "does not say its licence"),
    "picture without words": (replace(f"{MOD}/tiny_lesson.py", "Two equal dots side by side", "dots"), f"{MOD}/tiny_lesson.py", None, "no text twin"),
    "picture from elsewhere": (replace(f"{MOD}/tiny_lesson.py", "figures/dots.svg", "https://example.org/dots.svg"), f"{MOD}/tiny_lesson.py", None, "no picture"),
    "phase missing": (replace(f"{MOD}/tiny_lesson.py", ' phase="modify"', ""), f"{MOD}/tiny_lesson.py", 1, "no 'modify' phase"),
    "phases out of order": (replace(f"{MOD}/tiny_lesson.py", 'phase="run"', 'phase="make"'), f"{MOD}/tiny_lesson.py", None, "too late"),
    "no minutes": (replace(f"{MOD}/tiny_lesson.py", "About 10 minutes", "Short"), f"{MOD}/tiny_lesson.py", 1, "how long"),
    "rubric and points": (replace(f"{EX}/exercises.toml", "written_points = 3", "written_points = 5"), "graders/rubrics/tiny_steps/explain_doubling.toml", 1, "best levels give 3"),
    "rubric missing": (remove("graders/rubrics/tiny_steps/explain_doubling.toml"), "graders/rubrics/tiny_steps/explain_doubling.toml", 1, "missing"),
    "hidden cases missing": (remove("graders/checks/tiny_steps/double_number.py"), "graders/checks/tiny_steps/double_number.py", 1, "no such check"),
    "hidden cases differ by seed": (replace("graders/checks/tiny_steps/double_number.py", '"negative"', 'f"negative{seed}"'), "graders/checks/tiny_steps/double_number.py", 1, "same kinds"),
    "check broken": (replace(f"{EX}/double_number_check.py", "CASES = (", "CASES = nothing = oops("), f"{EX}/double_number_check.py", 1, "NameError"),
    "too few wrong answers": (remove(f"{SUB}/squares.py"), SUB, 1, "2 typical wrong answers"),
    "too few right answers": (remove(f"{SUB}/sums.py"), SUB, 1, "1 other right answers"),
    "wrong points": (replace(f"{SUB}/squares.py", "points: 0", "points: 2"), f"{SUB}/squares.py", 1, "gets 0 points"),
    "wrong hint": (replace(f"{SUB}/squares.py", "hint: squares", "hint: adds_two"), f"{SUB}/squares.py", 1, "hint 'squares'"),
    "answer without header": (replace(f"{SUB}/squares.py", "# points: 0", "# 0"), SUB, 1, "does not begin"),
    "answers of nobody": (write("tests/submissions/tiny_steps/nobody/a.py", "x = 1\n"), "tests/submissions/tiny_steps/nobody", 1, "belong to no exercise"),
    "file of nobody": (write(f"{EX}/left_over.py", "x = 1\n"), f"{EX}/left_over.py", 1, "belongs to no lesson"),
    "module in no track": (write("course/modules/forgotten/module.toml", ""), "course/modules/forgotten", 1, "in no track"),
    "prerequisite later": (replace(f"{MOD}/module.toml", "minutes = 60", 'minutes = 60\nprerequisites = ["tiny_giants"]'), f"{MOD}/module.toml", None, "needs 'tiny_giants'"),
    "missing translation": (replace(f"{EX}/locale/fr.po", 'msgstr "Deux fois 3"', 'msgstr ""'), f"{EX}/locale/fr.po", None, "Not translated"),
    "message changed": (replace(f"{EX}/double_number.py", "sells mint", "sells fresh mint"), f"{EX}/locale/ar.po", None, "Not in the catalogue"),
    "fuzzy": (replace(f"{EX}/locale/ar.po", 'msgid "Twice 3"', '#, fuzzy\nmsgid "Twice 3"'), f"{EX}/locale/ar.po", None, "Fuzzy"),
    "catalogue broken": (write(f"{EX}/locale/fr.po", "this is no catalogue\n"), f"{EX}/locale/fr.po", 1, "Not a PO file"),
    "inline code lost": (replace(f"{EX}/locale/fr.po", "fonction `double(number)`", "fonction double"), f"{EX}/locale/fr.po", None, "lacks `double(number)`"),
    "formula lost": (replace(f"{MOD}/locale/fr.po", "avec $2x$", "avec 2x"), f"{MOD}/locale/fr.po", None, "lacks $2x$"),
    "link changed": (replace(f"{MOD}/locale/ar.po", 'msgstr "![نقطتان متساويتان جنبًا إلى جنب](figures/dots.svg)"', 'msgstr "![نقطتان متساويتان](figures/other.svg)"'), f"{MOD}/locale/ar.po", None, "lacks (figures/dots.svg)"),
    "placeholder lost": (replace(f"{MOD}/locale/ar.po", "بوحدة {{currency}}", "بالدرهم"), f"{MOD}/locale/ar.po", None, "lacks {{currency}}"),
    "unknown placeholder": (replace(f"{MOD}/tiny_lesson.py", "{{currency}}", "{{money}}"), f"{MOD}/tiny_lesson.py", 4, "word 'money'"),
    "forbidden variant": (replace(f"{EX}/locale/ar.po", "هذه الدالة لا", "هذه الفنكشن لا"), f"{EX}/locale/ar.po", None, "forbids"),
    "Eastern digits": (replace(f"{EX}/locale/ar.po", 'msgstr "ضِعف 3"', 'msgstr "ضِعف ٣"'), f"{EX}/locale/ar.po", None, "Eastern digits"),
    "glossary term twice": (replace("course/glossary.csv", "notebook,", "function,"), "course/glossary.csv", 3, "stands twice"),
    "glossary gap": (replace("course/glossary.csv", "دفتر", ""), "course/glossary.csv", 3, "lacks ar"),
    "edition word missing": (replace("course/editions/dz.toml", "currency = ", "currencies = "), "course/editions/dz.toml", None, "'currency' lacks"),
    "ladder of one rung": (ladder('"Look again.",'), f"{EX}/double_number_check.py", 1, "LADDER has 1 rungs"),
    "long rung": (ladder('"One. Two. Three.", "Look again."'), f"{EX}/double_number_check.py", 1, "rung 1 has more than two sentences"),
    "rung not translated": (ladder('"Look again.", "Think of pairs."'), f"{EX}/locale/fr.po", None, "Not in the catalogue: “Look again.”"),
    "rung that no catalogue sees": (ladder('"Look again.", "Think " + "twice."'), f"{EX}/double_number_check.py", 1, "rung 2 cannot be translated"),
    "ladder with the solution": (ladder('"Look again.", "Write `return  2*number`."'), f"{EX}/double_number_check.py", 1, "LADDER tells the solution"),
    "steps with the solution": (replace(f"{EX}/double_number_check.py", "Multiply it by `2`.\")", "Multiply it by `2`.\", steps=(\"Use `return 2 * number`.\",))"), f"{EX}/double_number_check.py", 1, "Misconception 'squares' tells the solution"),
    "steps are one text": (replace(f"{EX}/double_number_check.py", "Multiply it by `2`.\")", "Multiply it by `2`.\", steps=\"Again.\")"), f"{EX}/double_number_check.py", 1, "steps of 'squares' must be a tuple"),
    "after an unknown lesson": (replace(f"{EX}/exercises.toml", "minutes = 10\nforms", 'minutes = 10\nafter = "huge_lesson"\nforms'), f"{EX}/exercises.toml", None, "no lesson 'huge_lesson'"),
    "unknown results": (replace("course/course.toml", 'title = "Tiny track"', 'title = "Tiny track"\nresults = "medals"'), "course/course.toml", None, "medals"),
    "points here, stars there": (replace("course/course.toml", "[[tracks]]", '[[tracks]]\nid = "other"\ntitle = "Tiny track"\nresults = "stars"\nmodules = ["tiny_steps"]\n\n[[tracks]]'), "course/course.toml", None, "shows points in one track and stars in another"),
    "unknown edition": (replace("course/course.toml", 'edition = "ma"', 'edition = "tn"'), "course/course.toml", 4, "no edition 'tn'"),
}  # fmt: skip


def _rename(root: Path, old: str, new: str) -> None:
    for path in sorted(root.rglob(f"{old}*"), key=lambda path: -len(path.parts)):
        path.rename(path.with_name(path.name.replace(old, new)))
    for path in (root / f"{EX}/exercises.toml", root / f"{MOD}/module.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_tiny_course_has_no_problem(tiny_root: Path) -> None:
    assert problems_of(tiny_root) == []


@pytest.mark.parametrize("name", BROKEN, ids=lambda name: name.replace(" ", "_"))
def test_a_broken_course_says_where_what_and_what_helps(name: str, tiny_root: Path) -> None:
    breaks, path, line, what = BROKEN[name]
    breaks(tiny_root)

    found = problems_of(tiny_root)

    matching = [problem for problem in found if problem.path == path and what in problem.what and line in (None, problem.line)]
    assert matching, [str(problem) for problem in found]
    assert all(problem.remedy and problem.line >= 1 for problem in found)
    assert not any(str(tiny_root) in f"{problem.path} {problem.what} {problem.remedy}" for problem in found)


def test_every_problem_is_told_in_one_run(tiny_root: Path) -> None:
    chosen = ("unknown role", "missing translation", "unknown framework code", "too few wrong answers", "Eastern digits")
    for name in chosen:
        BROKEN[name][0](tiny_root)

    found = problems_of(tiny_root)

    assert all(any(BROKEN[name][3] in problem.what for problem in found) for name in chosen)


def test_no_course_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CourseUnreadable, match=r"no course/course\.toml"):
        read_course(tmp_path)


def test_the_command_answers_as_json(tiny_root: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "ailab", "course", "check", "--root", str(tiny_root), "--json"], capture_output=True, text=True, check=False
    )

    answer = json.loads(run.stdout)
    assert run.returncode == 0, run.stdout
    assert (answer["modules"], answer["exercises"], answer["languages"], answer["problems"]) == (1, 2, ["ar", "en", "fr"], [])
    assert all(state["complete"] for state in answer["translations"].values())
