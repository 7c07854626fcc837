"""nbgrader's check of labels is made once for labels that are equal, and says what nbgrader says."""

import copy
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.nbgraderformat import MetadataValidator, SchemaTooNewError, ValidationError
from nbgrader.preprocessors import CheckCellMetadata
from traitlets.config import Config

from ailab.office.gradebook import labels
from ailab.office.gradebook.labels import CheckLabels

LABEL = {"schema_version": 3, "grade_id": "cell", "grade": True, "solution": False, "locked": True, "task": False, "points": 2}


def notebook(*given: Any, source: str = "1 + 1") -> Any:
    return new_notebook(cells=[new_code_cell(source, metadata={"nbgrader": copy.deepcopy(label)}) for label in given])


def check(given: Any, config: Config | None = None) -> None:
    CheckLabels(config=config or Config())(given, {})


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return what nbgrader is asked to check."""
    labels._expect_good.cache_clear()
    asked: list[Any] = []
    validate = MetadataValidator.validate_nb

    def ask(self: Any, nb: Any) -> None:
        asked.append(nb)
        validate(self, nb)

    monkeypatch.setattr(MetadataValidator, "validate_nb", ask)
    return asked


def test_equal_labels_are_checked_once_whatever_stands_in_the_cells(checked: list[Any]) -> None:
    for number in range(3):
        check(notebook(LABEL, source=f"x = {number}"))

    assert len(checked) == 1


@pytest.mark.parametrize(
    "changed",
    [{"points": -1}, {"points": "2"}, {"grade": 1}, {"grade_id": "a cell"}, {"grade_id": ""}, {"more": 1}, {"schema_version": 4}, {"schema_version": 2}, {"task": True}, {"cell_type": "table"}],
    ids=str,
)
def test_wrong_labels_are_refused_in_nbgraders_own_words(changed: dict[str, Any]) -> None:
    check(notebook(LABEL))
    wrong = notebook({**LABEL, **changed})

    with pytest.raises(Exception) as theirs:  # noqa: PT011 - theirs says which
        CheckCellMetadata()(wrong, {})
    with pytest.raises(type(theirs.value)) as ours:
        check(wrong)

    assert str(ours.value) == str(theirs.value)


def test_a_label_that_stands_there_twice_is_refused_each_time() -> None:
    for _ in range(2):
        with pytest.raises(ValidationError):
            check(notebook(LABEL, LABEL))


def test_true_is_not_one_and_one_is_not_true() -> None:
    check(notebook(LABEL))

    with pytest.raises(ValidationError):
        check(notebook({**LABEL, "locked": 1}))


@pytest.mark.parametrize("label", [None, 3, {"schema_version": 3, "points": float("nan")}, {**LABEL, "points": 10**5000}], ids=["none", "number", "nan", "huge"])
def test_what_is_no_label_upsets_as_it_upsets_nbgrader(label: Any) -> None:
    def outcome(step: Any) -> str:
        try:
            step(notebook(label), {})
        except Exception as error:
            return type(error).__name__
        return ""

    assert outcome(CheckLabels()) == outcome(CheckCellMetadata())


def test_a_configuration_turns_it_off_by_nbgraders_own_name() -> None:
    config = Config({"CheckCellMetadata": {"enabled": False}})

    check(notebook({**LABEL, "schema_version": 4}), config)
    with pytest.raises(SchemaTooNewError):
        check(notebook({**LABEL, "schema_version": 4}))
