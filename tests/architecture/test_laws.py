"""Laws of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ailab

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [
    ROOT / line
    for line in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    if (ROOT / line).is_file()
]
PYTHON = sorted((ROOT / "src").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "base", "common", "manager", "handler", "misc"}


def test_importing_ailab_is_silent_and_light() -> None:
    code = "import sys, ailab; print(sorted({name.split('.')[0] for name in sys.modules} & {'numpy', 'pandas', 'matplotlib', 'sklearn', 'IPython', 'polib'}))"

    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)

    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_the_learners_words_are_what_all_says() -> None:
    assert dir(ailab) == sorted(ailab.__all__)
    assert all(getattr(ailab, name) for name in ailab.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ailab.nothing


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_has_a_name_that_says_something(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES


def test_only_trial_the_sandbox_and_forked_servers_change_the_working_folder() -> None:
    found = [path.name for path in PYTHON if re.search(r"\bos\.chdir\(", path.read_text(encoding="utf-8"))]

    assert set(found) == {"session.py", "trial.py", "view.py", "lasting.py", "kernel.py", "server.py"}


def test_pickle_and_global_random_streams_are_used_nowhere() -> None:
    wrong = re.compile(r"^\s*(import pickle|from pickle|random\.seed\(\d|np\.random\.seed\([^)])", re.MULTILINE)

    assert [path.name for path in PYTHON if wrong.search(path.read_text(encoding="utf-8"))] == []


def test_shaping_of_arabic_is_left_to_matplotlib() -> None:
    # matplotlib 3.11 shapes by itself; reshaping first prints reversed text without any error.
    assert [path for path in PYTHON if "arabic_reshaper" in path.read_text(encoding="utf-8")] == []


def test_every_public_function_of_the_learners_wing_is_documented() -> None:
    missing = []
    for path in PYTHON:
        if "office" in path.parts or "cli" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        missing += [f"{path.name}:{node.name}" for node in _public(tree.body) if not ast.get_docstring(node)]

    assert missing == []


def _public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    # What stands inside a function is nobody's to call.
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from _public(node.body) if isinstance(node, ast.ClassDef) else ()


def test_locks_hold_hashes_and_no_address() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock.name
        pins = re.findall(r"^[a-z0-9][^\s;]*==\S+", text, flags=re.MULTILINE)
        assert pins, lock.name
        assert len(re.findall(r"^[a-z0-9][^\n]*\\\n\s+--hash=sha256:", text, flags=re.MULTILINE)) == len(pins), lock.name


def test_no_registry_and_no_path_of_a_machine_is_committed() -> None:
    wrong = re.compile(r"https?://[a-z0-9.-]*(pypi|pythonhosted|npmjs|deb\.debian)\.[a-z]+|(?<![\w.-])/(root|work)/\w")
    found = []
    for path in TRACKED:
        if path.suffix in {".ttf", ".woff2", ".png", ".mo"} or path == Path(__file__):
            continue
        if wrong.search(path.read_text(encoding="utf-8", errors="replace")):
            found.append(path.relative_to(ROOT).as_posix())

    assert found == []


def test_nothing_generated_is_committed() -> None:
    suffixes = {".ipynb", ".mo", ".pyc", ".db", ".pdf"}

    assert [path.relative_to(ROOT).as_posix() for path in TRACKED if path.suffix in suffixes and "notebooks" not in path.parts] == []
