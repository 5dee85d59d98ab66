"""What a registry costs: CPU seconds and memory over many made-up plans, growth, a second run, and many sites.

    python -m benchmarks.registry                          # 357 plans, and 20 sites; some minutes of CPU time
    python -m benchmarks.registry --counts 357,10000 --sites 0

Figures are of whole processes. No time is asserted: the run says of each target whether it was met.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import Cost, run_measured
from benchmarks.report import machine

import plankit
from plankit.generating.country import Country, write_country
from plankit.registry.gathering import guide_of

TODAY = date(2026, 11, 22)
HERE = Path.cwd()
WAYS = ("collect", "processes", "build")
_COLLECT = """
import sys
from datetime import date
from pathlib import Path
from plankit.registry.collecting import collect
from plankit.registry.executors import executor_for
if __name__ == "__main__":
    folder, count, store, jobs = sys.argv[1:]
    folders = sorted(Path(folder).iterdir())[: int(count)]
    with executor_for(jobs=int(jobs)) as executor:
        collected = collect(folders, today=date(2026, 11, 22), store=Path(store), executor=executor)
    print(collected.loaded, sum(one.facts is not None for one in collected.outcomes))
"""
_SITES = """
import sys
from datetime import date
from pathlib import Path
from plankit.registry.sites import SiteOrder, build_sites
if __name__ == "__main__":
    out, *folders = map(Path, sys.argv[1:])
    orders = [SiteOrder(folder=one, out=out / one.name) for one in folders]
    for _, built in build_sites(orders, today=date(2026, 11, 22), remember=False):
        assert built.reason is None, built
"""
_SOURCES = """
import sys
from datetime import date
from pathlib import Path
import plankit
from plankit.sphinx.site import settings_for
from plankit.sphinx.sources import site_sources
from plankit.views.outline import outline
from plankit.views.reading import Reading
folder, out = map(Path, sys.argv[1:])
loaded = plankit.load(folder, today=date(2026, 11, 22))
reading = Reading(loaded.plan, loaded.guide, loaded.plan.plan.language, loaded.findings)
texts = site_sources(reading, outline(reading))
settings = {**settings_for(reading, folder), "plankit_plan": str(folder.resolve())}
texts["conf.py"] = "".join(f"{key} = {value!r}\\n" for key, value in settings.items())
for name, text in texts.items():
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_text(text, encoding="utf-8")
"""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One run."""

    what: str
    count: int
    step: str
    cpu: float
    wall: float
    peak_mb: float


@dataclass(frozen=True, kw_only=True)
class Target:
    """A bound, and what was measured."""

    what: str
    bound: float
    figure: float

    @property
    def met(self) -> bool:
        """Whether the figure is within the bound."""
        return self.figure <= self.bound


def _run(what: str, count: int, step: str, command: Sequence[str]) -> Step:
    cost: Cost = run_measured([sys.executable, *command], HERE)
    if cost.exit_code:
        raise SystemExit(f"{what} {count} {step}: {cost.output}")
    made = Step(what=what, count=count, step=step, cpu=cost.cpu, wall=cost.wall, peak_mb=cost.peak_mb)
    print(f"{what:<22} {count:>6} {step:<12} {cost.cpu:>9.2f} CPU s {cost.peak_mb:>7.1f} MB", flush=True)
    return made


def _steps(what: str, count: int, command: Sequence[str], changed: Path) -> Iterator[Step]:
    """A first run, one with nothing changed, and one after a change of one plan."""
    yield _run(what, count, "first", command)
    yield _run(what, count, "no-op", command)
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("Oppdiktet handlingsplan", "Endret handlingsplan", 1), encoding="utf-8")
    yield _run(what, count, "one change", command)
    changed.write_text(text, encoding="utf-8")


def registry(count: int, plans: Path, work: Path, jobs: int, only: Sequence[str]) -> Iterator[Step]:
    """Collecting alone, here and in processes, and the whole command with its site; of these, those in `only`."""
    changed = sorted(plans.iterdir())[1] / "plan.yaml"
    ways = {"collect": ("collect", 1), "processes": (f"collect, {jobs} processes", jobs)}
    for what, number in (ways[one] for one in ways if one in only):
        store = work / f"{count}-{number}.sqlite"
        yield from _steps(
            what, count, ("-c", _COLLECT, str(plans), str(count), str(store), str(number)), changed
        )
    if "build" not in only:
        return
    listed = work / f"{count}.txt"
    listed.write_text("".join(f"{one}\n" for one in sorted(plans.iterdir())[:count]), encoding="utf-8")
    store, site = work / f"{count}-command.sqlite", work / f"{count}-site"
    command = ("-m", "plankit", "registry", "build", str(listed), "-o", str(site), "--store", str(store))
    yield from _steps("registry build", count, (*command, "--date", TODAY.isoformat()), changed)


def sites(count: int, plans: Path, work: Path) -> Iterator[Step]:
    """The sites of some plans: in one process, and by one run of `sphinx-build` for each on the same sources."""
    folders = [one for one in sorted(plans.iterdir()) if (one / "plan.yaml").is_file()][:count]
    for folder in folders:
        _run("sources", 1, folder.name, ("-c", _SOURCES, str(folder), str(work / "sources" / folder.name)))
    yield _run("sites, one process", count, "first", ("-c", _SITES, str(work / "sites"), *map(str, folders)))
    for folder in folders:
        sources = work / "sources" / folder.name
        command = ("-m", "sphinx", "-q", "-b", "html", str(sources), str(work / "plain" / folder.name))
        yield _run("sites, sphinx-build", 1, folder.name, command)
    ours, theirs = (
        sorted(
            one.relative_to(work / name).as_posix()
            for one in (work / name).rglob("*.html")
            if one.name not in ("search.html", "genindex.html")
        )
        for name in ("sites", "plain")
    )
    if ours != theirs:
        print("pages that only one has:", sorted(set(ours) ^ set(theirs))[:10])


def targets(steps: Sequence[Step]) -> Iterator[Target]:
    """What issue and plan ask for, held against what was measured."""
    found = {(one.what, one.count, one.step): one for one in steps}
    counts = sorted({one.count for one in steps if one.step == "no-op"})
    for what in dict.fromkeys(one.what for one in steps if one.step == "no-op"):
        for count in counts:
            first, again = found[what, count, "first"], found[what, count, "one change"]
            yield Target(
                what=f"{what}, {count}: one change, of the first run",
                bound=0.05,
                figure=again.cpu / first.cpu,
            )
        for few, many in itertools.pairwise(counts):
            one, other = found[what, few, "first"], found[what, many, "first"]
            growth = (other.cpu / one.cpu) / (many / few)
            yield Target(what=f"{what}: {many}, of {few}, by number", bound=1.1, figure=growth)
            memory = other.peak_mb / one.peak_mb
            yield Target(what=f"{what}: peak memory at {many}, of {few}", bound=1.1, figure=memory)
    runs = [one.cpu for one in steps if one.what == "sites, sphinx-build"]
    if runs:
        count = len(runs)
        here = found["sites, one process", count, "first"].cpu
        yield Target(
            what=f"sites of {count} in one process, of {count} × sphinx-build",
            bound=1 / 3,
            figure=here / sum(runs),
        )


def arguments() -> argparse.Namespace:
    """What the caller asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.registry", description=__doc__)
    parser.add_argument("--counts", default="357", help="numbers of plans")
    parser.add_argument(
        "--sites", type=int, default=20, help="how many sites to build both ways; 0 builds none"
    )
    parser.add_argument("--only", default=",".join(WAYS), help=f"of {', '.join(WAYS)}")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", type=Path, help="folder for plans and sites; a temporary one without it")
    parser.add_argument("--json", type=Path, help="file to write every run into")
    return parser.parse_args()


def main() -> None:
    """Make the plans, run, and say of each target whether it was met."""
    asked = arguments()
    counts = [int(one) for one in asked.counts.split(",") if one]
    with tempfile.TemporaryDirectory(prefix="plankit-bench-") as temporary:
        work = (asked.work or Path(temporary)).resolve()
        plans = work / "plans"
        most = max([*counts, asked.sites])
        if not plans.is_dir() or len(list(plans.iterdir())) < most:
            shutil.rmtree(plans, ignore_errors=True)
            country = Country(count=most, guide=guide_of("NO"))
            for _ in write_country(country, plans):
                pass
        steps: list[Step] = []
        for count in counts:
            steps += registry(count, plans, work, asked.jobs, asked.only.split(","))
            _write(asked.json, steps)
        if asked.sites:
            steps += sites(asked.sites, plans, work)
        _write(asked.json, steps)
    for target in targets(steps):
        print(
            f"| {target.what} | {target.bound:.3g} | {target.figure:.3g} | {'met' if target.met else '**missed**'} |"
        )


def _write(file: Path | None, steps: Sequence[Step]) -> None:
    if file is None:
        return
    data: dict[str, Any] = {
        "date": date.today().isoformat(),
        "machine": machine(),
        "plankit": plankit.__version__,
        "runs": [asdict(one) for one in steps],
        "targets": [{**asdict(one), "met": one.met} for one in targets(steps)],
    }
    file.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
