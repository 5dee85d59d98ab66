"""Walks per CPU second, and a full stress. Run it as `python -m benchmarks.walks [PLAN]` from the repository.

Without PLAN: a made-up plan whose conditions tell every word of a long vocabulary from the others, which is the dearest
case for `stress`: nothing can be played once for many.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from itertools import islice, product
from pathlib import Path
from statistics import median
from typing import Any

from plankit.loading import load
from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.walks.player import play
from plankit.walks.prepared import Prepared, prepare
from plankit.walks.result import WalkCase
from plankit.walks.stress import stress, vocabularies
from plankit.walks.walking import walk_prepared

RATE, LONGEST = 20_000, 10.0
"""Targets: walks per CPU second, and CPU seconds of a full stress."""
_LENGTHS = {"target_groups": 6, "doors": 8, "suspects": 4, "adaptations": 4}
_OFFICE = {"days": ["mon", "tue", "wed", "thu", "fri"], "opens": "08:00", "closes": "15:30"}


def made_up(doors: int) -> Prepared:
    """A plan with a procedure for each of so many doors, nine steps each, ready for walks."""
    lengths = {**_LENGTHS, "doors": doors}
    lists = {
        kind: [{"id": f"{kind}-{n}", "name": f"{kind} {n}"} for n in range(count)]
        for kind, count in lengths.items()
    }
    guide = Guide.model_validate(
        {"guide": {"id": "g", "edition": "1", "title": "G", "country": "NO"}, **lists}
    )
    agencies = [{"id": "day", "name": "Day", "opening_hours": [_OFFICE]}]
    agencies.append({"id": "night", "name": "Night", "around_the_clock": "true"})
    plan: dict[str, Any] = {
        "plan": {"id": "p", "title": "P", "period": "2027–2030"},
        "agencies": agencies,
        "procedures": [_procedure(number, lengths) for number in range(doors)],
    }
    return prepare(Plan.model_validate(plan), guide)


def _procedure(number: int, lengths: dict[str, int]) -> dict[str, Any]:
    def ways(key: str, kind: str) -> list[dict[str, Any]]:
        told = [{"step": "call", "when": {key: f"{kind}-{n}"}} for n in range(lengths[kind])]
        return [*told, {"step": "call"}]

    steps: list[dict[str, Any]] = [
        {
            "id": "hear",
            "takes": "PT20M",
            "next": [{"step": "lead", "when": {"severity": "concern"}}, {"step": "lead"}],
        },
        {"id": "lead", "actor": "leader", "fallback": "call", "next": ways("suspects", "suspects")},
        {"id": "call", "agency": "day", "deadline": "PT2H", "fallback": "duty"},
        {
            "id": "tell",
            "agency": "day",
            "next": [{"step": "plan", "when": {"adaptations": f"adaptations-{n}"}} for n in range(4)]
            + [{"step": "plan"}],
        },
        {
            "id": "plan",
            "agency": "day",
            "takes": "PT1H",
            "next": [{"step": "duty", "when": {"exposed": f"target_groups-{n}"}} for n in range(6)],
        },
        {"id": "duty", "agency": "night", "handover": {"receiver": "night", "legal_basis": "§ 1"}},
        {"id": "fetch", "agency": "night", "takes": "PT2H"},
        {"id": "safe", "agency": "night", "safe": "true"},
        {"id": "note", "end": "true"},
    ]
    starts = {"doors": f"doors-{number}"}
    return {
        "id": f"p{number}",
        "title": "P",
        "starts": starts,
        "steps": [{"what": "W", **step} for step in steps],
    }


def loaded(folder: Path) -> Prepared:
    """The plan in a folder, ready for walks."""
    found = load(folder, rules=())
    if found.plan is None:
        raise SystemExit(f"no plan in {folder}")
    return prepare(found.plan, found.guide)


def cpu(work: Callable[[], object], repeat: int) -> float:
    """Median CPU seconds of so many runs."""
    told = []
    for _ in range(repeat):
        begun = time.process_time()
        work()
        told.append(time.process_time() - begun)
    return median(told)


def sample(ready: Prepared, most: int) -> list[WalkCase]:
    """So many cases, spread evenly over all combinations."""
    found = vocabularies(ready)
    step = max(found.count // most, 1) | 1  # odd, so that no hour is left out
    chosen = islice(product(*(one.values for one in found.dimensions)), 0, None, step)
    return [found.case(values) for values in chosen]


def measure(ready: Prepared, repeat: int) -> dict[str, float]:
    """The figures of one plan."""
    cases = sample(ready, 20_000)
    for one in cases:
        play(ready, one)  # opening hours and holidays are worked out once

    def played() -> None:
        for one in cases:
            play(ready, one)

    def told() -> None:
        for one in cases:
            walk_prepared(ready, one)

    found = stress(ready)
    whole = cpu(lambda: stress(ready), repeat)
    return {
        "combinations": found.cases,
        "played": found.played,
        "stress_cpu": round(whole, 3),
        "combinations_per_cpu_second": round(found.cases / whole),
        "played_per_cpu_second": round(found.played / whole),
        "single_plays_per_cpu_second": round(len(cases) / cpu(played, repeat)),
        "whole_walks_per_cpu_second": round(len(cases) / cpu(told, repeat)),
        "steps_per_walk": round(sum(len(play(ready, one).events) for one in cases) / len(cases), 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and say of each target whether it was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(arguments)
    plans = (
        {str(given.plan): loaded(given.plan)} if given.plan else {f"{n} doors": made_up(n) for n in (2, 4, 8)}
    )
    results = {name: measure(ready, given.repeat) for name, ready in plans.items()}
    for name, figures in results.items():
        print(name)
        for key, value in figures.items():
            print(f"  {key:<30} {value:>12,}")
        met = "met" if figures["single_plays_per_cpu_second"] >= RATE else "missed"
        print(f"  walks per CPU second, at least {RATE:,}: {met}")
        print(
            f"  full stress in {LONGEST:g} CPU seconds: {'met' if figures['stress_cpu'] <= LONGEST else 'missed'}"
        )
    if given.json:
        given.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
