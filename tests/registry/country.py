"""A dozen small plans of real municipalities, each in another state. What they say is made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plankit.registry.collecting import collect
from plankit.registry.gathering import each_once, gathered
from plankit.registry.listing import listed_plans, read_population
from plankit.registry.picture import Picture

DAY = date(2026, 11, 22)
MEASURE = "measures:\n- {id: t1, title: Tiltak, deadline: 2027-06-30}\n"
GUIDED = "  guide: {id: no-vold, edition: '2022'}\n"


def plan_text(
    *members: tuple[str, str],
    frame: str = "  period: 2025–2028\n",
    more: str = "",
    adopted: str = "2024-11-20",
) -> str:
    """A plan of these municipalities, name and number, that each adopted on the day `adopted`, if any."""
    lines = [
        "plan:",
        "  id: plan",
        f"  title: Plan for {members[0][0] if members else 'noen'}",
        frame.rstrip("\n"),
    ]
    if members:
        lines.append("participants:")
    lines += [f"- {{id: m{number}, name: {name}, number: '{number}'}}" for name, number in members]
    if adopted and members:
        lines.append("decisions:")
        lines += [
            f"- {{body: Kommunestyret, kind: adopted, date: {adopted}, participant: m{number}}}"
            for _, number in members
        ]
    return "\n".join(lines) + "\n" + MEASURE + more


PLANS = {
    "a-own": plan_text(
        ("Oslo", "0301"), frame=f"  period: 2025–2028\n{GUIDED}  address: https://oslo.example/plan\n"
    ),
    "b-shared": plan_text(("Stavanger", "1103"), ("Sandnes", "1108"), frame=f"  period: 2025–2028\n{GUIDED}"),
    "c-expired": plan_text(("Eigersund", "1101"), frame="  period: 2019–2022\n", adopted="2018-12-10"),
    "d-evaluation-past": plan_text(("Haugesund", "1106"), frame="  evaluation_date: 2025-06-30\n"),
    "e-evaluation-ahead": plan_text(("Sola", "1124"), frame="  evaluation_date: 2027-06-30\n"),
    "f-draft": plan_text(("Time", "1121"), frame="  period: 2027–2030\n  stage: draft\n", adopted=""),
    "g-draft-after-c": plan_text(
        ("Eigersund", "1101"), frame="  period: 2027–2030\n  stage: draft\n", adopted=""
    ),
    "h-merged": plan_text(("Skedsmo", "0231"), frame="  period: 2018–2028\n", adopted="2017-12-10"),
    "i-undecided": plan_text(("Gjesdal", "1122"), adopted=""),
    "j-broken": "plan: {id: [\n",
    "k-hostile": plan_text(
        ("Bokn", "1145"),
        frame="  period: 2025–2028\n",
        more="areas:\n- {id: a1, title: '<script>alert(1)</script>'}\n",
    ).replace("Plan for Bokn", "'</h3><script>alert(1)</script> & co'"),
    "l-swedish": plan_text(("Umeå", "2480"), frame='  period: 2025–2028\n  country: "SE"\n'),
}
"""Texts of `plan.yaml` by folder."""


def write_plans(folder: Path, plans: dict[str, str] | None = None) -> Path:
    """The folder with a plan folder in it for each text."""
    for name, text in (PLANS if plans is None else plans).items():
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        (place / "plan.yaml").write_text(text, encoding="utf-8")
    return folder


def pictured(
    place: Path, *, country: str = "NO", day: date = DAY, language: str = "en", people: Path | None = None
) -> Picture:
    """What the plans in a folder or list tell of the country."""
    listed = each_once(listed_plans(place))
    outcomes = collect((one.folder for one in listed), today=day).outcomes
    population = read_population(people) if people else None
    return gathered(listed, outcomes, country=country, day=day, language=language, population=population)
