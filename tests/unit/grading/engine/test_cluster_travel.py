"""What travels between machines comes back as it was sent, or is refused."""

import json
import math
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from ailab.checks.files import Manifest
from ailab.checks.findings import Finding, Findings
from ailab.office.grading.engine.drive import Done, Job
from ailab.office.grading.engine.outside import CheckText
from ailab.office.grading.engine.travel import Reply, ReplyWrong, Request, edition, pack_reply, pack_request, unpack_reply, unpack_request

CHECK = CheckText(
    visible="CASES = ()",
    hidden="# »ع«",
    messages=b"\xde\x12\x04\x95",
    manifest=Manifest(module="m", exercise="e", points=3, names=("f", "g"), release="r"),
    seed=1 << 255,
)


def job(source: str = "1 + 1") -> Job:
    return Job(notebook=new_notebook(cells=[new_code_cell(source, id="one")]), files={"data/a.bin": bytes(range(256))}, check=CHECK, cell_seconds=None, language="ar")


def done(of: Job) -> Done:
    notebook = new_notebook(cells=[new_code_cell(of.notebook.cells[0].source, id="one", outputs=[new_output("stream", text="2")], execution_count=1)])
    given = {(1, 2): {3.5, 1j}, "nan": math.inf}
    findings = Findings(exercise="e", cases=(Finding(case="a", passed=False, weight=2, hidden=True, given=given),), missing=(("f", ""),))
    return Done(notebook=notebook, findings={"e": findings}, trouble="time_up", alive=False, seconds=1.5)


def test_a_request_arrives_as_it_was_sent() -> None:
    sent = Request(job=job(), edition=edition())

    arrived = unpack_request(pack_request(sent))

    assert arrived == sent
    assert arrived.job.notebook.cells[0].source == "1 + 1"  # a notebook again, not a dictionary


def test_a_reply_arrives_as_it_was_sent() -> None:
    sent = Reply(done=done(job()))

    assert unpack_reply(pack_reply(sent), job()) == sent
    assert unpack_reply(pack_reply(Reply(refused="no sandbox")), job()) == Reply(refused="no sandbox")


@pytest.mark.parametrize("odd", [float("nan"), 1 << 4000, "\ud800", "\x00", {"a": {"b": [None, True, -0.0]}}], ids=["nan", "huge", "half_a_pair", "nul", "nested"])
def test_strangers_notebooks_travel_whole(odd: Any) -> None:
    asked = job()
    asked.notebook.metadata["odd"] = odd
    ended = done(asked)
    ended.notebook.metadata["odd"] = odd

    assert repr(unpack_request(pack_request(Request(job=asked, edition=""))).job.notebook.metadata["odd"]) == repr(odd)
    assert unpack_reply(pack_reply(Reply(done=ended)), asked).done is not None


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"done": {}}', b'{"done": {"notebook": 1, "findings": {}}}', b'{"done": {"notebook": {"cells": 3}, "findings": {}}}', None, 7, b"[" * 100_000],
    ids=["nothing", "cut", "list", "empty", "number", "no_cells", "none", "seven", "deep"],
)
def test_what_is_no_reply_is_refused(data: Any) -> None:
    with pytest.raises(ReplyWrong):
        unpack_reply(data, job())


def test_the_reply_to_another_job_is_refused() -> None:
    with pytest.raises(ReplyWrong, match="another notebook"):
        unpack_reply(pack_reply(Reply(done=done(job("2 + 2")))), job("1 + 1"))


def test_words_of_trouble_are_the_known_ones() -> None:
    data = json.loads(pack_reply(Reply(done=done(job()))))
    data["done"]["trouble"] = "full marks"

    with pytest.raises(ReplyWrong, match="full marks"):
        unpack_reply(json.dumps(data).encode(), job())


def test_an_edition_is_a_short_word_that_stays() -> None:
    assert edition() == edition()
    assert len(edition()) == 16
