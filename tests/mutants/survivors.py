"""The table of mutants that nothing notices, each with the reason why that is right or cannot be helped."""

from __future__ import annotations

import csv
from pathlib import Path

TABLE = Path(__file__).with_name("survivors.tsv")


def explained() -> dict[str, str]:
    """For each mutant of the table, by kind and place, why nothing notices it."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {f"{row['kind']} {row['place']}": row["why"] for row in rows}
