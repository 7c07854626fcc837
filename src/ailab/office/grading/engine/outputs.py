"""Outputs of cells as notebooks hold them; what a stranger's process said is checked on the way."""

from typing import Any, Final

_KINDS: Final = ("stream", "display_data", "execute_result", "error")


def kernel_outputs(answer: Any, count: int) -> list[dict[str, Any]]:
    """Return the outputs in a session's answer, each valid or left out."""
    found = answer.get("outputs") if isinstance(answer, dict) else None
    return [made for output in found if (made := _output(output, count))] if isinstance(found, list) else []


def error_output(name: str, value: str, traceback: list[str] | None = None) -> dict[str, Any]:
    """Return an error as a kernel reports it."""
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": traceback or [f"{name}: {value}"]}


def result_output(value: float, count: int) -> dict[str, Any]:
    """Return the value of a cell's last expression."""
    return {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": repr(value)}, "execution_count": count}


def _output(output: Any, count: int) -> dict[str, Any] | None:
    if not isinstance(output, dict) or output.get("output_type") not in _KINDS:
        return None
    kind = output["output_type"]
    if kind == "stream":
        return {
            "output_type": "stream",
            "name": "stderr" if output.get("name") == "stderr" else "stdout",
            "text": _text(output.get("text")),
        }
    if kind == "error":
        lines = output.get("traceback")
        traceback = [_text(line) for line in lines] if isinstance(lines, list) else []
        return {"output_type": "error", "ename": _text(output.get("ename")), "evalue": _text(output.get("evalue")), "traceback": traceback}
    data = output.get("data")
    metadata = output.get("metadata")
    made = {
        "output_type": kind,
        "data": {_text(name): content for name, content in data.items()} if isinstance(data, dict) else {},
        "metadata": metadata if isinstance(metadata, dict) else {},
    }
    return {**made, "execution_count": count} if kind == "execute_result" else made


def _text(value: Any) -> str:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
