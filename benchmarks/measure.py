"""Two ways of doing a thing, timed in turns."""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Run = Callable[[], None]
ROOT: Final = Path(__file__).resolve().parent.parent
BIN: Final = ROOT / ".venv" / "bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement: ratio is theirs over ours, so more is better for us."""

    name: str
    ours: float
    theirs: float
    against: str
    unit: str

    @property
    def ratio(self) -> float:
        """Return how many times ours fits into theirs."""
        return round(self.theirs / self.ours, 2)


def in_turns(ours: Run, theirs: Run, *, repeats: int) -> tuple[float, float]:
    """Return the shortest wall time of each, in seconds, run in turns."""
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(repeats)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def _seconds(run: Run) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def process(command: Sequence[str], *, cwd: Path = ROOT, environment: Mapping[str, str] | None = None) -> Run:
    """Return a run of a whole process; one that fails ends the benchmark."""

    def run() -> None:
        subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)

    return run
