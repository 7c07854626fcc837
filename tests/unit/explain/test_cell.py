"""In a running kernel: below the traceback, in the reader's language, and nowhere where grading happens."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from ailab.office.lab.settings import Place, kernel_environment, settings_writes

CELLS = (
    "def half(x):\n    return x / '2'",
    "print('before')\nhalf(4)",
    "print(3، 4)",
    "for i in range(3)\n    pass",
    "return 3",
    "raise KeyboardInterrupt",
    "from ailab import Robot\nRobot('no_such_world')",
    "pirnt('hi')",
    "class Shy:\n    def __dir__(self):\n        raise ValueError\nShy().name",
    "print('after')",
)
EXPLAINED = (1, 2, 3, 4, 7)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment that `ailab start` gives to kernels."""
    root = tmp_path_factory.mktemp("start")
    place = Place(build=root / "build", folder=root / "my-work", run=root / "run")
    for write in settings_writes(place, "en"):
        write.path.parent.mkdir(parents=True, exist_ok=True)
        write.path.write_bytes(write.data)
    return {name: value for name, value in kernel_environment(place, {}).items() if name == "IPYTHONDIR"}


def run(cells: tuple[str, ...], environment: dict[str, str]) -> list[list[Any]]:
    """Return the outputs of cells, run in one kernel."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        NotebookClient(notebook, allow_errors=True, kernel_name="python3", timeout=60).execute()
    return [cell.outputs for cell in notebook.cells]


@pytest.fixture(scope="module")
def outputs(folders: dict[str, str]) -> list[list[Any]]:
    return run(CELLS, {**folders, "AILAB_LANG": "en"})


def kinds(outputs: list[Any]) -> list[str]:
    return [output.output_type for output in outputs]


def test_kernels_of_ailab_start_explain_below_the_traceback(outputs: list[list[Any]]) -> None:
    assert [number for number, cell in enumerate(outputs) if "display_data" in kinds(cell)] == list(EXPLAINED)
    assert all(kinds(outputs[number])[-2:] == ["error", "display_data"] for number in EXPLAINED)


def test_the_error_itself_is_kept(outputs: list[list[Any]]) -> None:
    names = [output.ename for cell in outputs for output in cell if output.output_type == "error"]

    assert names == [
        "TypeError",
        "SyntaxError",
        "SyntaxError",
        "SyntaxError",
        "KeyboardInterrupt",
        "UnknownWorld",
        "NameError",
        "AttributeError",
    ]


def test_nothing_is_written_to_stderr(outputs: list[list[Any]]) -> None:
    assert [output.name for cell in outputs for output in cell if output.output_type == "stream"] == ["stdout", "stdout"]


def test_an_error_in_another_cell_says_which(outputs: list[list[Any]]) -> None:
    assert "In cell [1], line 2: `return x / '2'`" in outputs[1][-1].data["text/plain"]


def test_a_cell_of_another_keyboard_comes_repaired(outputs: list[list[Any]]) -> None:
    assert 'data-source="print(3, 4)"' in outputs[2][-1].data["text/html"]


@pytest.mark.parametrize("name", ["AILAB_GRADERS", "NBGRADER_EXECUTION", "NBGRADER_VALIDATING"])
def test_nothing_is_explained_where_grading_happens(folders: dict[str, str], name: str) -> None:
    (cell,) = run(("pirnt('hi')",), {**folders, name: "1"})

    assert kinds(cell) == ["error"]


def test_nothing_is_explained_unless_enabled(tmp_path: Path) -> None:
    (cell,) = run(("pirnt('hi')",), {"IPYTHONDIR": str(tmp_path)})

    assert kinds(cell) == ["error"]


def test_a_notebook_enables_and_disables_it_itself(tmp_path: Path) -> None:
    cells = ("%load_ext ailab.explain\nfrom ailab.explain import disable, enable\nenable()", "pirnt('hi')", "disable()", "pirnt('hi')")

    outputs = run(cells, {"IPYTHONDIR": str(tmp_path), "AILAB_LANG": "fr"})

    assert [kinds(cell) for cell in outputs] == [[], ["error", "display_data"], [], ["error"]]
    assert "Voulais-tu dire" in outputs[1][1].data["text/plain"]


def test_nothing_is_imported_before_the_first_error(tmp_path: Path) -> None:
    seen = "import sys\nprint(sorted(name for name in sys.modules if name.startswith(('ailab.explain', 'polib'))))"

    outputs = run(("%load_ext ailab.explain\n" + seen,), {"IPYTHONDIR": str(tmp_path)})

    assert outputs[0][0].text == "['ailab.explain']\n"


def test_plain_ipython_explains_in_plain_text(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "IPython", "--colors=nocolor", "--ext=ailab.explain", "-c", "pirnt('hi')"]
    environment = {"IPYTHONDIR": str(tmp_path), "AILAB_LANG": "en", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert "Did you mean `print`?" in done.stdout
    assert done.stderr == ""
