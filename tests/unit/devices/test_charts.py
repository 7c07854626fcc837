"""Charts of few values."""

from ailab.devices.charts import Frame, line_chart

FRAME = Frame(x=0, y=0, width=200, height=60, language="en")


def test_one_value_is_a_dot() -> None:
    assert "<circle" in line_chart(FRAME, "Soil", [31.5])


def test_several_values_are_a_line_without_dots() -> None:
    drawn = line_chart(FRAME, "Soil", [31.5, 30.0])

    assert "<circle" not in drawn
    assert "<polyline" in drawn
