"""A run as a table for pandas."""

from typing import Any

import pandas as pd

from ailab.robot.trace import Trace


def frame(trace: Trace) -> pd.DataFrame:
    """Return a row for each pose: when, where, what was asked, whether it bumped, what sensors said last at it."""
    columns: dict[str, Any] = {"time": trace.time, "x": trace.x, "y": trace.y, "heading": trace.heading}
    if trace.command:
        columns["command"] = trace.command
    if trace.line:
        columns["line"] = trace.line
    bumps = {event.at for event in trace.events if event.kind == "bump"}
    columns["bump"] = [at in bumps for at in range(len(trace.time))]
    for sensor in dict.fromkeys(reading.sensor for reading in trace.readings):
        columns[sensor] = _column(trace, sensor)
    return pd.DataFrame(columns)


def _column(trace: Trace, sensor: str) -> "pd.Series[Any]":
    """Return what a sensor said at each pose; missing where it was not asked."""
    said = {reading.at: reading.value for reading in trace.readings if reading.sensor == sensor}
    kinds = {type(value) for value in said.values()}
    kind = "boolean" if kinds == {bool} else "float64" if kinds <= {int, float} else "object"
    return pd.Series([said.get(at) for at in range(len(trace.time))], dtype=kind)
