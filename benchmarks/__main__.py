"""`make bench`: print the rows and write build/bench.json."""

import json
import sys
from dataclasses import asdict

from benchmarks import (
    check_cost,
    cluster_overhead,
    course_build,
    explain_cost,
    grading_speed,
    hub_start,
    import_cost,
    lab_start,
    robot_arena,
    robot_batch,
    robot_bus,
    robot_grid,
    robot_import,
    robot_replay,
)
from benchmarks.measure import ROOT, Row

ROBOTS = (robot_import, robot_arena, robot_grid, robot_batch, robot_replay, robot_bus)


def main() -> None:
    """Run every benchmark."""
    rows: list[Row] = []
    for benchmark in (import_cost, course_build, check_cost, explain_cost, lab_start, hub_start, grading_speed, cluster_overhead, *ROBOTS):
        print(f"… {(benchmark.__doc__ or '').splitlines()[0]}", file=sys.stderr)
        rows += benchmark.rows()
    out = ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps([{**asdict(row), "ratio": row.ratio} for row in rows], indent=1) + "\n", encoding="utf-8")
    for row in rows:
        print(f"{row.name:34} {row.ours:10.4f} {row.unit}   {row.theirs:10.4f} {row.unit}   {row.ratio:8.2f} ×   against {row.against}")


if __name__ == "__main__":
    main()
