"""What a teaching kit costs, part by part, beside the site of the same plan. Run as `python -m benchmarks.teaching`.

Everything is measured in one run, as CPU seconds of processes of their own: figures of two runs are not compared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import run_measured

from plankit.kits import PARTS

PLAN = Path(__file__).parents[1] / "examples" / "fjordvik"
DAY = ("--date", "2026-11-22")


def _cpu(room: Path, *words: str) -> float:
    """CPU seconds of a call of plankit. Raises where it fails: a run that ended early would look cheap."""
    command = [sys.executable, "-m", "plankit", *words, *DAY]
    cost = run_measured(command, room)
    if cost.exit_code:
        raise RuntimeError(f"{' '.join(command)}: {cost.output}")
    return cost.cpu


def measured(plan: Path, room: Path) -> dict[str, float]:
    """CPU seconds of the plan's site, of the check, of the whole kit, and of each part alone."""
    found = {
        "site": _cpu(room, "build", str(plan), "-o", str(room / "site"), "--fail-on", "never"),
        "check": _cpu(room, "check", str(plan), "--fail-on", "never"),
        "kit": _cpu(room, "teach", str(plan), "-o", str(room / "kit")),
    }
    for part in PARTS:
        found[f"kit: {part}"] = _cpu(
            room, "teach", str(plan), "-o", str(room / "parts" / part), "--only", part
        )
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", type=Path, default=PLAN)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = measured(given.plan, Path(name))
    for what, seconds in found.items():
        print(f"{what:<18} {seconds:6.2f} s  {seconds / found['site']:5.2f} of the site")


if __name__ == "__main__":
    main()
