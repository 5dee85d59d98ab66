"""Compares plankit with plain Sphinx and sphinx-needs. Run it as `python -m benchmarks.run` from the repository."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.correctness import differing_files, verdicts
from benchmarks.measure import Cost, run_measured
from benchmarks.model import Model, make_model, with_one_change
from benchmarks.projects import WRITERS, write_project
from benchmarks.report import Results, Run, Verdict, machine, render, versions

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "fjordvik"
PEERS = HERE / ".venv"
NEEDED_BY_PEERS = ("sphinx-needs", "myst-parser", "sphinx>=9,<10")
IMPORTS = (
    "import plankit.cli.main, plankit.cli.check, plankit.loading, plankit.walks.problems, "
    "yaml, pydantic, click, holidays.countries"
)
PURE = "import sys, plankit, plankit.loading; sys.exit(any(n.split('.')[0] == 'sphinx' for n in sys.modules))"
LARGE = 5_000


@dataclass(frozen=True, kw_only=True)
class Bench:
    """One project of one size in its place."""

    kind: str
    size: int
    folder: Path
    model: Model

    @property
    def source(self) -> Path:
        """Where the project lies."""
        return self.folder / "source"

    @property
    def out(self) -> Path:
        """Where it is built."""
        return self.folder / "out"

    def command(self, out: Path) -> list[str]:
        """What builds the project."""
        if self.kind == "plankit":
            return [sys.executable, "-m", "plankit", "build", str(self.source), "-o", str(out)]
        python = sys.executable if self.kind == "plankit_ext" else str(PEERS / "bin" / "python")
        return [python, "-m", "sphinx", "-q", "-b", "html", str(self.source), str(out)]

    def write(self, model: Model) -> None:
        """Make the project one of `model`."""
        write_project(self.source, WRITERS[self.kind](model))


def measured(bench: Bench, step: str, repetition: int) -> Run:
    """Prepare and run one step of one project: cold, no-op, change, or check."""
    if step == "cold":
        shutil.rmtree(bench.out, ignore_errors=True)
        shutil.rmtree(bench.source / ".plankit", ignore_errors=True)
        bench.write(bench.model)
    elif step == "change":
        bench.write(with_one_change(bench.model))
    command = bench.command(bench.out)
    if step == "check":
        command = [sys.executable, "-m", "plankit", "check", str(bench.source)]
    return as_run(bench.kind, bench.size, step, repetition, run_measured(command, bench.folder))


def as_run(kind: str, size: int, step: str, repetition: int, cost: Cost) -> Run:
    """A run as it is kept, told on the way. What a failed run printed is shown."""
    run = Run(
        kind=kind,
        size=size,
        step=step,
        repetition=repetition,
        cpu=cost.cpu,
        wall=cost.wall,
        peak_mb=cost.peak_mb,
        exit_code=cost.exit_code,
    )
    print(
        f"{kind:12} {size:5} {step:7} {cost.cpu:8.2f} CPU s {cost.peak_mb:6.0f} MB",
        file=sys.stderr,
        flush=True,
    )
    if cost.exit_code:
        print(cost.output[-2000:], file=sys.stderr)
    return run


def judged(bench: Bench) -> Verdict:
    """Whether the output is right after the change, and for plankit whether a cold build would be the same."""
    after = with_one_change(bench.model)
    right = verdicts(bench.kind, bench.out, bench.model, after)
    differing: list[str] | None = None
    if bench.kind.startswith("plankit"):
        cold = bench.folder / "cold"
        shutil.rmtree(cold, ignore_errors=True)
        run_measured(bench.command(cold), bench.folder)
        differing = differing_files(bench.out, cold)
        shutil.rmtree(cold)
    return Verdict(kind=bench.kind, size=bench.size, right=right, differing=differing)


def run_size(size: int, kinds: Sequence[str], repeat: int, repeat_large: int, work: Path) -> Results:
    """Every step of every kind at one size; kinds take turns, so that noise hits all alike."""
    model = make_model(size)
    benches = [Bench(kind=kind, size=size, folder=work / f"{kind}-{size}", model=model) for kind in kinds]
    for bench in benches:
        bench.source.mkdir(parents=True, exist_ok=True)
    results = Results()
    for repetition in range(repeat):
        for step in ("cold", "no-op", "change", "check"):
            for bench in benches:
                is_spared = (
                    size >= LARGE and repetition >= repeat_large and not bench.kind.startswith("plankit")
                )
                if is_spared or (step == "check" and bench.kind != "plankit"):
                    continue
                results.runs.append(measured(bench, step, repetition))
    results.verdicts += [judged(bench) for bench in benches]
    return results


def run_start(repeat: int) -> Results:
    """Checking the example beside starting Python with what that needs, and whether plankit alone loads Sphinx."""
    commands = {
        "check": [sys.executable, "-m", "plankit", "check", str(EXAMPLE), "--fail-on", "never"],
        "imports": [sys.executable, "-c", IMPORTS],
        "pure": [sys.executable, "-c", PURE],
    }
    results = Results()
    for repetition in range(repeat):
        for step, command in commands.items():
            results.runs.append(as_run("fjordvik", 0, step, repetition, run_measured(command, HERE)))
    return results


def make_peers() -> None:
    """Make the environment of the peers where it is missing."""
    python = PEERS / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
    has_needs = subprocess.run([str(python), "-c", "import sphinx_needs, myst_parser"], capture_output=True)
    if has_needs.returncode:
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *NEEDED_BY_PEERS], check=True)


def arguments() -> argparse.Namespace:
    """What the caller asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", default="50,500,5000", help="numbers of measures")
    parser.add_argument("--kinds", default=",".join(WRITERS), help=f"of {', '.join(WRITERS)}")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each step; medians are shown")
    parser.add_argument(
        "--repeat-large", type=int, default=1, help="runs of each step from 5,000 measures on"
    )
    parser.add_argument("--work", type=Path, help="folder for the projects; a temporary one without it")
    parser.add_argument("--json", type=Path, help="file to write every run into")
    return parser.parse_args()


def main() -> None:
    """Run, print the tables, and write the runs down."""
    asked = arguments()
    kinds = [kind for kind in asked.kinds.split(",") if kind]
    if any(not kind.startswith("plankit") for kind in kinds):
        make_peers()
    results = Results(date=date.today().isoformat(), machine=machine(), versions=versions(PEERS))
    with tempfile.TemporaryDirectory(prefix="plankit-bench-") as temporary:
        work = asked.work.resolve() if asked.work else Path(temporary)
        results.add(run_start(max(asked.repeat, 5)))
        for size in map(int, asked.sizes.split(",")):
            results.add(run_size(size, kinds, asked.repeat, asked.repeat_large, work))
            if asked.json:  # after each size: a long run that is stopped has not been for nothing
                asked.json.write_text(json.dumps(results.as_data(), indent=1) + "\n", encoding="utf-8")
    print(render(results))


if __name__ == "__main__":
    main()
