"""What building the whole course costs."""

import shutil
import tempfile
from pathlib import Path

from benchmarks.measure import BIN, Row, in_turns, process


def rows() -> list[Row]:
    """Compare our build (every lesson and release, three languages) to nbgrader's release of the same exercises in one."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        build = process([str(BIN / "ailab"), "course", "build", "--out", str(out / "build")])
        build()
        stock = out / "stock"
        shutil.copytree(out / "build" / "nbgrader", stock)
        modules = sorted(path.name for path in (stock / "source").iterdir())

        def release() -> None:
            for module in modules:
                process([str(BIN / "nbgrader"), "generate_assignment", module, "--force"], cwd=stock)()

        def build_anew() -> None:
            shutil.rmtree(out / "build")
            build()

        ours, theirs = in_turns(build_anew, release, repeats=3)
    return [
        Row(
            name="course build, three languages",
            ours=ours,
            theirs=theirs,
            against=f"nbgrader generate_assignment, {len(modules)} modules, one language",
            unit="s",
        )
    ]
