"""What an nbgrader configuration says about running notebooks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbgrader.preprocessors import Execute
from traitlets.config import Config

_NATIVE: Final = ("python3", "python")
"""Names that mean the Python that runs here."""


class NotForUs(ValueError):
    """A notebook that needs another kernel than this Python."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """How nbgrader would run a notebook's cells."""

    cell_seconds: float | None
    interrupts: bool
    """Whether a cell that takes too long is interrupted; otherwise nbgrader gives the notebook up."""
    timeout_output: Mapping[str, Any]
    skip_tag: str


def execution_of(config: Config) -> Execution:
    """Return what this configuration asks for, by whichever of its classes it says so."""
    step = Execute(config=config)
    return Execution(
        cell_seconds=step.timeout if step.timeout and step.timeout > 0 else None,
        interrupts=bool(step.interrupt_on_timeout),
        timeout_output=dict(step.error_on_timeout or {}),
        skip_tag=str(step.skip_cells_with_tag),
    )


def expect_python(notebook: Any) -> None:
    """Raise NotForUs when nbgrader would start no kernel for this notebook, or one of another language."""
    name = str(notebook.metadata.get("kernelspec", {}).get("name") or _NATIVE[0])
    language = _language(name)
    if language is None:
        raise NotForUs(f"there is no kernel named {name}")
    if language != "python":
        raise NotForUs(f"kernel {name} runs {language}; grade this assignment with: nbgrader autograde")


@lru_cache(maxsize=64)
def _language(kernel: str) -> str | None:
    if kernel in _NATIVE:
        return "python"
    try:
        return str(KernelSpecManager().get_kernel_spec(kernel).language).lower()
    except NoSuchKernel:
        return None
