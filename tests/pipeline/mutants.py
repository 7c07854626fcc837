"""Submissions as nobody should hand them in: a seeded mutator over notebooks, and over the folders they lie in."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

Notebook = dict[str, Any]
_ODD: Final[tuple[Any, ...]] = (
    None,
    True,
    -1,
    10**30,
    1e308,
    float("nan"),
    float("inf"),
    "",
    "x" * 100_000,
    "\ud800",
    "سوق\u202e\0",
    [],
    {},
    [[[[]]]],
    {"a": {"b": []}},
    ["x", 1, None],
)


def mutated(notebook: Notebook, seed: int) -> bytes:
    """Return the bytes of a notebook with one to three things wrong with it."""
    random = Random(seed)
    broken = deepcopy(notebook)
    for _ in range(random.choice((1, 1, 2, 3))):
        with suppress(RecursionError):  # what is too deep is copied by nobody
            random.choice(_IN_JSON)(broken, random)
    content = json.dumps(broken, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    return random.choice(_IN_BYTES)(content, random) if random.random() < 0.3 else content


def hand_in(folder: Path, name: str, notebook: Notebook, seed: int) -> None:
    """Write a mutated notebook into a folder; now and then something else stands in its place."""
    random = Random(-seed)
    path = folder / f"{name}.ipynb"
    path.unlink(missing_ok=True)
    if random.random() < 0.12:
        random.choice(_IN_FOLDERS)(path, mutated(notebook, seed), random)
    else:
        path.write_bytes(mutated(notebook, seed))


# What can be wrong inside a notebook.


def _cell(notebook: Notebook, random: Random) -> Any:
    cells = notebook.get("cells")
    usable = [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
    return random.choice(usable) if usable else {}


def _on_cells(change: Callable[[list[Any], Random], object]) -> Callable[[Notebook, Random], None]:
    def apply(notebook: Notebook, random: Random) -> None:
        if isinstance(notebook.get("cells"), list) and notebook["cells"]:
            change(notebook["cells"], random)

    return apply


def _drop(cells: list[Any], random: Random) -> None:
    del cells[random.randrange(len(cells))]


def _double(cells: list[Any], random: Random) -> None:
    cells.insert(random.randrange(len(cells)), deepcopy(random.choice(cells)))


def _many(cells: list[Any], random: Random) -> None:
    cells.extend(deepcopy(random.choice(cells)) for _ in range(random.choice((20, 3_000))))


def _odd_cell(cells: list[Any], random: Random) -> None:
    cells[random.randrange(len(cells))] = random.choice(_ODD)


def _odd_value(notebook: Notebook, random: Random) -> None:
    cell = _cell(notebook, random)
    cell[random.choice(("cell_type", "source", "metadata", "id", "outputs", "execution_count", "attachments"))] = random.choice(_ODD)


def _no_value(notebook: Notebook, random: Random) -> None:
    cell = _cell(notebook, random)
    if cell:
        del cell[random.choice(sorted(cell))]


def _retype(notebook: Notebook, random: Random) -> None:
    _cell(notebook, random)["cell_type"] = random.choice(("code", "markdown", "raw", "heading", "html", ""))


def _label(notebook: Notebook, random: Random) -> None:
    metadata = _cell(notebook, random).get("metadata")
    if isinstance(metadata, dict):
        label = metadata.setdefault("nbgrader", {})
        if isinstance(label, dict) and random.random() < 0.8:
            label[random.choice(("grade_id", "grade", "solution", "locked", "points", "task", "schema_version", "checksum", "x"))] = (
                random.choice(_ODD)
            )
        else:
            metadata["nbgrader"] = random.choice(_ODD)


def _top(notebook: Notebook, random: Random) -> None:
    notebook[random.choice(("cells", "metadata", "nbformat", "nbformat_minor", "x"))] = random.choice(_ODD)


def _no_top(notebook: Notebook, random: Random) -> None:
    notebook.pop(random.choice(("cells", "metadata", "nbformat", "nbformat_minor")), None)


def _other_format(notebook: Notebook, random: Random) -> None:
    notebook["nbformat"], notebook["nbformat_minor"] = random.choice(((1, 0), (2, 0), (3, 0), (4, 0), (4, 99), (5, 0), (99, 0)))


def _facts(notebook: Notebook, random: Random) -> None:
    metadata = notebook.get("metadata")
    if isinstance(metadata, dict):
        metadata[random.choice(("ailab", "kernelspec", "language_info", "widgets"))] = random.choice(
            (*_ODD, {"exercise": 3}, {"exercise": "../../x", "language": "xx", "form": "y"}, {"name": "ir"})
        )


def _long_source(notebook: Notebook, random: Random) -> None:
    _cell(notebook, random)["source"] = random.choice(("x = 1\n" * 50_000, "(" * 5_000, "-" * 3_000 + "1", "'''", "\\", "\0", "1\n\ud800"))


def _program(notebook: Notebook, random: Random) -> None:
    _cell(notebook, random)["source"] = random.choice(
        (
            "import os\nos._exit(3)",
            "raise SystemExit",
            "raise KeyboardInterrupt",
            "1 / 0",
            "print('x' * 10**6)",
            "import sys\nsys.stdout = None",
            "import sys\nsys.stdout.close()\nsys.stderr.close()",
            "import os\nos.close(1)\nos.close(2)",
            "del __builtins__",
            "get_ipython().outputs = None",
            "%reset -f",
            "import asyncio\nasyncio.get_event_loop().stop()",
            "class E(Exception):\n    def __str__(self):\n        return 5\nraise E",
            "def double(number):\n    return double",
            "double = lambda number: [[]] * 10**7",
        )
    )


def _outputs(notebook: Notebook, random: Random) -> None:
    _cell(notebook, random)["outputs"] = random.choice(
        (
            [{"output_type": "execute_result", "data": {"text/plain": "4.0"}, "metadata": {}, "execution_count": 1}],
            [{"output_type": "nothing"}],
            [{}],
            ["x"],
            [{"output_type": "stream", "name": "stdout", "text": "x" * 300_000}],
        )
    )


def _deep(notebook: Notebook, random: Random) -> None:
    deep: Any = []
    for _ in range(random.choice((100, 900))):
        deep = [deep] if random.random() < 0.5 else {"x": deep}
    random.choice((notebook, _cell(notebook, random)))["metadata"] = {"x": deep}


_IN_JSON: Final[tuple[Callable[[Notebook, Random], None], ...]] = (
    _on_cells(_drop),
    _on_cells(_double),
    _on_cells(_many),
    _on_cells(_odd_cell),
    _on_cells(lambda cells, random: random.shuffle(cells)),
    _on_cells(lambda cells, random: cells.clear()),
    _odd_value,
    _odd_value,
    _no_value,
    _retype,
    _label,
    _label,
    _top,
    _no_top,
    _other_format,
    _facts,
    _long_source,
    _program,
    _program,
    _outputs,
    _deep,
)


# What can be wrong with its bytes.


def _zip(content: bytes, random: Random) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("double_number.ipynb", b"0" * 5_000_000)
    return stream.getvalue()


def _twice_a_key(content: bytes, random: Random) -> bytes:
    return content.replace(b'"metadata":', b'"metadata": {"x": 1}, "metadata":', random.choice((1, 5)))


def _flip(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]


_IN_BYTES: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    lambda content, random: content[: random.randrange(len(content))],
    lambda content, random: b"\xef\xbb\xbf" + content,
    lambda content, random: content.decode("utf-8", "replace").encode("utf-16"),
    lambda content, random: content.decode("utf-8", "replace").encode("latin-1", "replace") + b"\xff",
    lambda content, random: b"[" + content + b"]",
    lambda content, random: json.dumps(content.decode("utf-8", "replace")).encode(),
    lambda content, random: content + content,
    lambda content, random: b"",
    lambda content, random: b"null",
    lambda content, random: b"\0" * 10_000,
    lambda content, random: b"[" * 100_000,
    lambda content, random: b'{"a":' * 50_000,
    _flip,
    _flip,
    _twice_a_key,
    _zip,
)


# What can stand in its place.


def _folder(path: Path, content: bytes, random: Random) -> None:
    path.mkdir()
    (path / "inside.ipynb").write_bytes(content)


def _link(path: Path, content: bytes, random: Random) -> None:
    path.symlink_to(random.choice(("/etc/passwd", "/dev/zero", "nowhere", path.name, "..")))


def _pipe(path: Path, content: bytes, random: Random) -> None:
    os.mkfifo(path)


def _unreadable(path: Path, content: bytes, random: Random) -> None:
    path.write_bytes(content)
    path.chmod(0)


def _other_name(path: Path, content: bytes, random: Random) -> None:
    name = random.choice((f"{path.stem} (1)", "x" * 240, "كراسة", "-rf *", f"{path.stem}.IPYNB", "a\nb", "\u202exyz", f".{path.stem}"))
    path.with_name(f"{name}.ipynb").write_bytes(content)


def _crowd(path: Path, content: bytes, random: Random) -> None:
    path.write_bytes(content)
    for number in range(30):
        path.with_name(f"copy-{number}.ipynb").write_bytes(content)


_IN_FOLDERS: Final[tuple[Callable[[Path, bytes, Random], None], ...]] = (
    _folder,
    _link,
    _pipe,
    _unreadable,
    _other_name,
    _crowd,
    lambda path, content, random: None,
)
