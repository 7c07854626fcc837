"""Two assignments as teachers write them everywhere, and a class of distinct submissions."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Final

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from benchmarks.measure import BIN

CONFIG: Final = "c = get_config()  # noqa: F821\nc.CourseDirectory.course_id = 'bench'\n"

PLAIN: Final = [
    ("mean", "def mean(numbers):", "    return sum(numbers) / len(numbers)", "assert mean([1, 2, 3]) == 2"),
    ("largest", "def largest(numbers):", "    return max(numbers)", "assert largest([3, 9, 4]) == 9"),
    ("count", "def count(word, letter):", "    return word.count(letter)", "assert count('argan', 'a') == 2"),
    ("double", "def double(numbers):", "    return [2 * number for number in numbers]", "assert double([1, 2]) == [2, 4]"),
    ("total", "def total(prices):", "    return sum(prices.values())", "assert total({'mint': 3, 'dates': 40}) == 43"),
]

SCIENCE: Final = [
    (
        "table",
        "import pandas as pd\nimport numpy as np\n\ndef table(seed):",
        (
            "    random = np.random.default_rng(seed)\n    x = random.normal(size=(200, 2))\n"
            "    return pd.DataFrame({'x': x[:, 0], 'y': x[:, 1], 'label': (x.sum(axis=1) > 0).astype(int)})"
        ),
        "assert list(table(1).columns) == ['x', 'y', 'label']",
    ),
    (
        "model",
        "from sklearn.linear_model import LogisticRegression\n\ndef model(data):",
        "    return LogisticRegression().fit(data[['x', 'y']], data['label'])",
        "assert model(table(2)).score(table(3)[['x', 'y']], table(3)['label']) > 0.9",
    ),
    (
        "picture",
        "import matplotlib.pyplot as plt\n\ndef picture(data):",
        "    fig, axes = plt.subplots()\n    axes.scatter(data['x'], data['y'], c=data['label'])\n    axes.set_xlabel('x')\n    return axes",
        "axes = picture(table(4))\nassert axes.get_xlabel() == 'x'",
    ),
]


def make_class(root: Path, *, size: int) -> None:
    """Lay out an nbgrader course with two released assignments and `size` distinct submissions of each."""
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    for name, questions in (("plain", PLAIN), ("science", SCIENCE)):
        source = root / "source" / name / f"{name}.ipynb"
        source.parent.mkdir(parents=True)
        nbformat.write(_source(questions), source)
        subprocess.run([str(BIN / "nbgrader"), "generate_assignment", name], cwd=root, check=True, capture_output=True, env=_path())
        release = json.loads((root / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
        for number in range(size):
            folder = root / "submitted" / f"sample-{number:03}" / name
            folder.mkdir(parents=True)
            (folder / f"{name}.ipynb").write_text(json.dumps(_answered(release, questions, number)), encoding="utf-8")


def _path() -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def _source(questions: list[tuple[str, str, str, str]]) -> Any:
    cells = [new_markdown_cell("# Questions")]
    for name, head, body, test in questions:
        cells.append(
            new_code_cell(f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION", metadata=_flags(f"{name}-answer", solution=True))
        )
        cells.append(new_code_cell(test, metadata=_flags(f"{name}-test", points=2)))
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}})


def _flags(name: str, *, solution: bool = False, points: int = 0) -> dict[str, Any]:
    flags: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": name,
        "solution": solution,
        "grade": bool(points),
        "locked": bool(points),
        "task": False,
    }
    return {"nbgrader": {**flags, "points": points} if points else flags}


def _answered(release: Any, questions: list[tuple[str, str, str, str]], number: int) -> Any:
    notebook = json.loads(json.dumps(release))
    answers = iter(questions)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            _, head, body, _ = next(answers)
            # No two learners hand in the same bytes, and one in five has a mistake.
            wrong = "    return None\n" if (number + len(head)) % 5 == 0 else ""
            cell["source"] = f"{head}\n{wrong}    learner = {number}\n{body}"
    return notebook
