"""axe-core in the browser: what keeps people out of a page, and the report of all pages that were looked at."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from selenium.webdriver import Chrome

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPT: Final = ROOT / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
REPORT: Final = ROOT / "build" / "axe.json"
IMPACTS: Final = ("minor", "moderate", "serious", "critical")
LOOK: Final = """
const done = arguments[arguments.length - 1];
const place = arguments[0].length ? { include: arguments[0].map(each => [each]), exclude: arguments[1].map(each => [each]) } : { exclude: arguments[1].map(each => [each]) };
const short = each => each.nodes.map(node => ({ rule: each.id, impact: each.impact, help: each.help, place: node.target.flat(3).join(' '), why: node.failureSummary ?? '' }));
axe.run(place, { rules: { 'target-size': { enabled: true } } }).then(
  found => done({ version: found.testEngine.version, passed: found.passes.length, unsure: found.incomplete.length, findings: found.violations.flatMap(short) }),
  error => done({ error: String(error) }),
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One barrier at one place."""

    rule: str
    impact: str
    help: str
    place: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What axe-core found in a part of a page."""

    page: str
    ours: bool
    """Whether its findings count; what surrounds our pages is reported alone."""
    version: str
    passed: int
    """Rules that hold."""
    unsure: int
    """Rules on which a person must decide."""
    findings: tuple[Finding, ...]

    @property
    def barriers(self) -> list[Finding]:
        """What is serious or critical."""
        return [each for each in self.findings if each.impact in ("serious", "critical")]

    def counts(self) -> dict[str, int]:
        """Return how many findings there are of each impact."""
        counted = Counter(each.impact for each in self.findings)
        return {impact: counted[impact] for impact in IMPACTS}


@dataclass(slots=True)
class Report:
    """All that was looked at in one run of the tests."""

    pages: list[Looked] = field(default_factory=list)

    def look(self, browser: Chrome, page: str, *parts: str, without: tuple[str, ...] = (), ours: bool = True) -> Looked:
        """Let axe-core look at the whole page, or at these parts of it."""
        if not SCRIPT.is_file():
            pytest.skip("no axe-core in build/axe: `make setup` installs it where npm is")
        browser.set_script_timeout(120)
        browser.execute_script(SCRIPT.read_text(encoding="utf-8"))
        found: dict[str, Any] = browser.execute_async_script(LOOK, list(parts), list(without))
        assert "error" not in found, found["error"]
        findings = tuple(Finding(**each) for each in found.pop("findings"))
        looked = Looked(page=page, ours=ours, findings=findings, **found)
        self.pages.append(looked)
        return looked

    def text(self) -> str:
        """Return one line a page."""
        lines = (f"{each.page}: {each.passed} rules hold, {each.counts()}{'' if each.ours else ' (not ours)'}" for each in self.pages)
        return "\n".join(lines)

    def write(self) -> None:
        """Keep the report for who wants to read it."""
        pages = [asdict(each) | {"counts": each.counts()} for each in self.pages]
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text(json.dumps({"format_version": 1, "pages": pages}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
