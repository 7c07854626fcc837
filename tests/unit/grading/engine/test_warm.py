"""What a template imports: what the notebooks of this run do, so that no learner waits for it."""

from pathlib import Path

from ailab.office.grading.engine.warm import ALWAYS, MODULES, modules_for

from .conftest import Run, said

LATE = "print(sorted(set(sys.modules) - before))"


def handed_in(folder: Path, *sources: str) -> list[Path]:
    paths = [folder / f"{number}.ipynb" for number in range(len(sources))]
    for path, source in zip(paths, sources, strict=True):
        path.write_text(source, encoding="utf-8")
    return paths


def test_plain_notebooks_need_the_shell_alone(tmp_path: Path) -> None:
    assert modules_for(handed_in(tmp_path, "def double(number):", "import math")) == ALWAYS


def test_one_notebook_that_imports_a_library_warms_it_for_all(tmp_path: Path) -> None:
    found = modules_for(handed_in(tmp_path, "x = 1", "from sklearn.linear_model import LogisticRegression"))

    assert "sklearn.linear_model" in found
    assert "pandas" not in found
    assert set(found) <= set(MODULES)


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    assert modules_for([tmp_path / "none.ipynb", *handed_in(tmp_path, "import numpy")]) == ("numpy", *ALWAYS)


def test_the_first_table_that_is_shown_imports_nothing(run: Run) -> None:
    done = run("import sys, pandas\nbefore = set(sys.modules)", "pandas.DataFrame({'a': [1]})", LATE)

    assert said(done, 2) == [("stdout", "[]\n")]


def test_the_first_model_of_a_table_imports_nothing(run: Run) -> None:
    fit = "LinearRegression().fit(pandas.DataFrame({'a': [1, 2]}), [1, 2])\nNone"
    done = run("import sys, pandas\nfrom sklearn.linear_model import LinearRegression\nbefore = set(sys.modules)", fit, LATE)

    assert said(done, 2) == [("stdout", "[]\n")]
