"""What the machine can do."""

import json

import pytest
from click.testing import CliRunner

from ailab.cli import doctor as command
from ailab.cli.main import cli
from ailab.office.sandbox import LAYERS, Probe


def answer(monkeypatch: pytest.MonkeyPatch, missing: str, *words: str) -> tuple[int, str]:
    probes = tuple(Probe(layer=layer, works=layer.name != missing, detail="" if layer.name != missing else "not allowed") for layer in LAYERS)
    monkeypatch.setattr(command, "probe", lambda: probes)
    result = CliRunner().invoke(cli, ["doctor", *words], catch_exceptions=False)
    return result.exit_code, result.output


def test_all_layers_make_a_safe_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = answer(monkeypatch, "")

    assert code == 0
    assert "can be graded here" in output


def test_a_missing_needed_layer_is_named_with_what_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = answer(monkeypatch, "network")

    assert code == 1
    assert "MISSING network" in output
    assert "every network packet" in output
    assert "not graded here" in output


def test_a_missing_best_effort_layer_is_no_danger(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = answer(monkeypatch, "landlock", "--json")

    assert code == 0
    assert json.loads(output)["safe"] is True
