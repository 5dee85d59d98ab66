"""Results of a run: kept as data, shown as tables, and held against the targets."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

OWN = ("plankit", "plankit_ext")
PEER = "needs_rst"
PACKAGES = ("sphinx", "myst-parser", "sphinx-needs", "docutils", "plankit", "pydantic", "PyYAML")


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of one step."""

    kind: str
    size: int
    step: str
    repetition: int
    cpu: float
    wall: float | None
    peak_mb: float
    exit_code: int


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Which pages were right after the change; `differing` are files that a cold build would write otherwise."""

    kind: str
    size: int
    right: dict[str, bool]
    differing: list[str] | None


@dataclass(kw_only=True)
class Results:
    """Everything that one call measured."""

    date: str = ""
    machine: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    def add(self, other: Results) -> None:
        """Take over the runs and verdicts of another."""
        self.runs += other.runs
        self.verdicts += other.verdicts

    def cpu(self, kind: str, size: int, step: str) -> float | None:
        """Median CPU seconds; nothing where it was not run or did not end well."""
        return self._median("cpu", kind, size, step)

    def peak(self, kind: str, size: int) -> float | None:
        """The highest of the median peaks of the building steps, in MB."""
        peaks = [self._median("peak_mb", kind, size, step) for step in ("cold", "no-op", "change")]
        return max((peak for peak in peaks if peak is not None), default=None)

    def _median(self, what: str, kind: str, size: int, step: str) -> float | None:
        found = [run for run in self.runs if (run.kind, run.size, run.step) == (kind, size, step)]
        values = [getattr(run, what) for run in found if not run.exit_code]
        return median(values) if values and len(values) == len(found) else None

    def sizes(self) -> list[int]:
        """The sizes that were run, small ones first."""
        return sorted({run.size for run in self.runs if run.size})

    def kinds(self) -> list[str]:
        """The kinds of project that were run, in order."""
        return list(dict.fromkeys(run.kind for run in self.runs if run.size))

    def as_data(self) -> dict[str, Any]:
        """All of it as plain data, the targets with it."""
        return {**asdict(self), "targets": [asdict(target) for target in targets(self)]}


@dataclass(frozen=True, kw_only=True)
class Target:
    """A bound on a figure, and the figure."""

    about: str
    bound: float
    figure: float

    @property
    def is_met(self) -> bool:
        """Whether the figure is within the bound."""
        return self.figure <= self.bound


def machine() -> str:
    """Cores, memory and system, and nothing by which one machine is told from another of its size."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}"


def versions(peers: Path) -> dict[str, str]:
    """Versions of Python and of the packages in both environments."""
    ask = "import importlib.metadata as m,sys\nfor n in sys.argv[1:]:\n try: print(n, m.version(n))\n except m.PackageNotFoundError: pass"
    found = {"python": platform.python_version()}
    for name, python in (("plankit", sys.executable), ("peers", str(peers / "bin" / "python"))):
        if Path(python).is_file():
            said = subprocess.run([python, "-c", ask, *PACKAGES], capture_output=True, text=True, check=True)
            found |= {f"{name}: {line.split()[0]}": line.split()[1] for line in said.stdout.splitlines()}
    return found


def targets(results: Results) -> list[Target]:
    """Every target whose figures were measured."""
    return [*_speed(results), *_start(results)]


def _speed(results: Results) -> Iterator[Target]:
    for kind in OWN:
        for size in results.sizes():
            cold, peer = results.cpu(kind, size, "cold"), results.cpu(PEER, size, "cold")
            if cold and peer:
                bound = 0.5 if size >= 5_000 else 1.0
                yield Target(
                    about=f"{kind}, {size}: cold, of sphinx-needs' cold", bound=bound, figure=cold / peer
                )
            change, nothing = results.cpu(kind, size, "change"), results.cpu(kind, size, "no-op")
            if change and nothing:
                yield Target(
                    about=f"{kind}, {size}: one change, of a no-op", bound=2, figure=change / nothing
                )
        small, large = results.cpu(kind, 500, "cold"), results.cpu(kind, 5_000, "cold")
        if small and large:
            yield Target(about=f"{kind}: cold at 5000, of cold at 500", bound=11, figure=large / small)
        peak = results.peak(kind, 5_000)
        if peak:
            yield Target(about=f"{kind}, 5000: peak memory, MB", bound=300, figure=peak)


def _start(results: Results) -> Iterator[Target]:
    check, peer = results.cpu("plankit", 5_000, "check"), results.cpu(PEER, 5_000, "cold")
    if check and peer:
        yield Target(
            about="loading and checking 5000, of sphinx-needs' cold", bound=0.028, figure=check / peer
        )
    example, imports = results.cpu("fjordvik", 0, "check"), results.cpu("fjordvik", 0, "imports")
    if example and imports:
        yield Target(
            about="checking the example, of starting Python with imports", bound=1.5, figure=example / imports
        )
    pure = [run.exit_code for run in results.runs if run.step == "pure"]
    if pure:
        yield Target(about="`import plankit` loads Sphinx (0 no, 1 yes)", bound=0, figure=max(pure))


def render(results: Results) -> str:
    """The tables as Markdown."""
    return "\n".join([*_cost_table(results), "", *_right_table(results), "", *_target_table(results)])


def _cost_table(results: Results) -> Iterator[str]:
    sizes = results.sizes()
    yield "CPU seconds, cold / no-op / one change (peak MB):\n"
    yield f"| | {' | '.join(f'{size:,}' for size in sizes)} |"
    yield "|---|" + "---|" * len(sizes)
    for kind in results.kinds():
        cells = []
        for size in sizes:
            steps = [results.cpu(kind, size, step) for step in ("cold", "no-op", "change")]
            cells.append(" / ".join(map(_number, steps)) + f" ({_number(results.peak(kind, size), 0)})")
        yield f"| {kind} | {' | '.join(cells)} |"
    checks = [_number(results.cpu("plankit", size, "check"), 2) for size in sizes]
    yield f"| plankit check | {' | '.join(checks)} |"


def _right_table(results: Results) -> Iterator[str]:
    yield "After one change:\n"
    yield "| | table | by agency | goal pages | files that a cold build writes otherwise |"
    yield "|---|---|---|---|---|"
    for one in results.verdicts:
        words = ["right" if one.right[page] else "**stale**" for page in ("table", "matrix", "goals")]
        differing = "not asked" if one.differing is None else ", ".join(one.differing[:3]) or "none"
        more = f" and {len(one.differing) - 3} more" if one.differing and len(one.differing) > 3 else ""
        yield f"| {one.kind}, {one.size:,} | {' | '.join(words)} | {differing}{more} |"


def _target_table(results: Results) -> Iterator[str]:
    yield "| target | bound | figure | |"
    yield "|---|---|---|---|"
    for one in targets(results):
        yield f"| {one.about} | {one.bound:g} | {one.figure:.3g} | {'met' if one.is_met else '**missed**'} |"


def _number(value: float | None, digits: int = 1) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
