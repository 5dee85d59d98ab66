"""Judge every mutant of the example: `python -m tests.mutants.run`.

Prints by kind how many there are and what noticed them first, the share that something noticed, and the survivors.
Ends with 1 where these are not the ones that `survivors.tsv` explains.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter, defaultdict

from tests.mutants.judging import EXAMPLE, NOTICED, judge_of
from tests.mutants.making import mutants
from tests.mutants.survivors import explained


def main() -> int:
    """Judge, print, compare."""
    began = time.process_time()
    judge = judge_of(EXAMPLE)
    gc.freeze()  # the plan and its guide stay as they are; looking through them again and again takes time
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    codes: Counter[str] = Counter()
    survivors = []
    for mutant in mutants(judge.plan):
        verdict = judge.verdict(mutant)
        by_kind[mutant.kind][verdict.by] += 1
        codes.update(verdict.codes)
        if verdict.by == "survived":
            survivors.append(mutant.name)
    _print_table(by_kind)
    print("\nRules:", ", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
    print(f"\n{time.process_time() - began:.0f} CPU seconds")
    return _compare(survivors)


def _print_table(by_kind: dict[str, Counter[str]]) -> None:
    heads = (*NOTICED, "survived")
    print(f"{'kind':26}{'mutants':>9}" + "".join(f"{head:>10}" for head in heads))
    total: Counter[str] = Counter()
    for kind, counts in by_kind.items():
        print(f"{kind:26}{counts.total():9}" + "".join(f"{counts[head]:10}" for head in heads))
        total.update(counts)
    print(f"{'all':26}{total.total():9}" + "".join(f"{total[head]:10}" for head in heads))
    noticed = total.total() - total["survived"]
    print(f"\nNoticed: {noticed} of {total.total()} ({100 * noticed / total.total():.1f} %)")


def _compare(survivors: list[str]) -> int:
    """Print the survivors with their reasons and what the table has wrong; 1 where there is anything wrong."""
    reasons = explained()
    print("\nSurvivors:")
    for name in survivors:
        print(f"  {name}\n    {reasons.get(name, 'NOT EXPLAINED')}")
    for name in reasons.keys() - set(survivors):
        print(f"  {name}\n    IN THE TABLE, BUT NOTICED OR NO MUTANT")
    return int(set(survivors) != reasons.keys())


if __name__ == "__main__":
    sys.exit(main())
