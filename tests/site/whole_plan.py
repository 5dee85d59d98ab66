"""A small plan that has every chapter a plan can have, in each language, with a page for the pieces that are left."""

from __future__ import annotations

from pathlib import Path

from tests.site.building import ROOT
from tests.site.small_plan import PICTURE, PROSE

import plankit
from plankit.html.pieces import BY_NAME, VIEW_PIECES
from plankit.loading import Loaded
from plankit.views.outline import Chapter, outline
from plankit.views.reading import Reading

LANGUAGES = ("nb", "nn", "sv", "en")
_HEAT = ROOT / "tests" / "packs" / "test-heat" / "guide.yaml"
_LEVEL_TASK = """\
  - id: know
    title: {nb: Vite hvor vannet er, nn: Vite kvar vatnet er, en: Know where the water is}
    matrix: heat-levels
    confidence: read
"""
_CASE = "  - {{id: c{n}, title: Case {n}, story: It is hot., fictional: true, exposed: alone, door: at-school, {rest}}}\n"
_PLAN = """\
plan:
  id: p
  title: Handlingsplan mot hetebølger og naturskadehendelser
  language: {language}
  period: 2027-2030
  guide: {{id: test-heat, edition: "1"}}
  notice: An invented municipality.
  document_owner: The council
  site: {{exit: "https://example.org/", name: Fjordvik kommune, arms: arms.svg, arms_text: A sun., colour: "#7a1f3d"}}
participants: [{{id: north, name: Nordre Fjordvik}}, {{id: south, name: Søre Fjordvik}}]
areas: [{{id: area-a, name: Forebygging og samfunnssikkerhetsarbeid, number: "1", text: Text.}}]
goals: [{{id: goal-a, text: Everybody finds shade, areas: [area-a], indicators: [shade-share]}}]
agencies:
- {{id: school, name: Grunnskolene og skolefritidsordningene i Fjordvik, around_the_clock: true}}
- {{id: weather-service, name: Weather}}
tasks: [{{id: warn, title: Warn of heat, phase: before}}, {{id: open, title: Open the halls}}]
responsibilities:
- {{agency: school, task: warn, role: R, basis: law}}
- {{agency: weather-service, task: warn, role: A, applies_to: north}}
- {{agency: school, task: know, role: R}}
- {{agency: school, text: Answers the telephone., must_do: [Answer], can_do: [Ask]}}
measures:
- id: m1
  number: "1"
  title: Skyggeleggingsprosjekt ved barneskolene
  areas: [area-a]
  goals: [goal-a]
  responsible: school
  deadline: 2028
  target_groups: [alone]
  cost: 50 000 kr
  legal_source: [skyggeloven § 1]
- {{id: m2, number: "2", title: Water, responsible: weather-service, deadline: yearly, status: ongoing}}
progress: [{{measure: m1, date: 2028-01-01, status: done, result: Trees.}}]
judgements:
- {{id: j1, criterion: clear-words, by: Adviser, date: 2027-05-01, score: 2, where: m1, edition: "1", reason: Plain}}
- {{id: j2, criterion: clear-words, by: Auditor, date: 2027-05-02, score: 1, where: m2, edition: "1"}}
parts: [{{id: across, title: Across the services, kind: across}}]
activity_plans:
- {{id: year-2027, title: Aktivitetsplan 2027, period: 2027, stage: draft, owner: The council, parts: [across]}}
activities:
- {{id: water, activity_plan: year-2027, part: across, measures: [m1, m2], title: Try it out, responsible: school, when: 2027}}
procedures:
- id: proc
  title: A hot day
  owner: school
  starts: {{severity: [serious, concern]}}
  steps:
  - {{id: one, what: Ask, who: Teacher, agency: school, deadline: PT1H, next: [{{step: two, condition: yes}}], fallback: two}}
  - {{id: two, what: Tell, who: Officer, agency: weather-service, must_not: [Wait], safe: true, end: true}}
services: [{{id: hall, name: The cool hall, agency: school, offer: Shade, for_whom: [All]}}]
contacts: [{{id: k1, party: Heat line, channel: phone, value: "555 01 234", audience: emergency}}]
arenas: [{{id: board, name: Heat board, member_agencies: [school]}}]
duties: [{{id: duty, title: Warn, law: skyggeloven, section: § 1, who: All}}]
training: [{{id: course, title: Course, audience: [Staff], content: Heat, form: course}}]
statistics: [{{id: days, topic: Hot days, source: Invented, period: "2026", value: "12", unit: days}}]
evaluation: [{{id: ev, title: Yearly report, when: every year, by: The council}}]
indicators: [{{id: shade-share, name: Share, unit: percent, target: "95", series: [{{period: "2025", value: "86"}}]}}]
risks: [{{id: risk, title: Rain, likelihood: small, mitigation: None}}]
funding: [{{id: money, title: Pot, cost: 150 000 kr, period: 2027-2030}}]
definitions: [{{id: heat, term: heat, text: Warm.}}]
topics: [{{id: sun, title: Sun, text: Shines.}}]
versions: [{{id: v1, label: "1.0", stage: adopted, date: 2026-11-01}}]
decisions: [{{id: d1, body: Council, kind: adoption, date: 2026-11-01, text: Adopted.}}]
hearings: [{{id: h1, opens: 2026-05-01, closes: 2026-06-20, outcome: Good.}}]
references: [{{id: src, title: A book}}]
sections: [{{heading: Only in print, notes: Not here.}}, {{heading: In words, text: Some words.}}]
cases:
"""
_ARMS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#fc0"/></svg>\n'
ARGUMENTS = {"task": "warn", "area": "area-a", "agency": "school", "procedure": "proc", "severity": "serious"}
"""What a piece that asks for something is asked for on the page of pieces."""


def write_whole_plan(folder: Path, language: str) -> Loaded:
    """Write the plan and its guide into `folder`, with a page for the pieces that no chapter shows, and load it."""
    guide = _HEAT.read_text(encoding="utf-8").replace("task_phases:\n", f"{_LEVEL_TASK}\ntask_phases:\n")
    plan = folder / "plan"
    for path, text in (
        (folder / "packs" / "test-heat" / "guide.yaml", guide),
        (plan / "plan.yaml", _PLAN.format(language=language) + _cases()),
        (plan / "prose.md", PROSE.replace("{long}", "samarbeids" * 8)),
        (plan / "picture.svg", PICTURE),
        (plan / "arms.svg", _ARMS),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    first = plankit.load(plan, packs=folder / "packs", rules=())
    pieces = "\n\n".join(
        f"## {name}\n\n```{{plan:{name}}}{_argument(name)}\n```" for name in left_pieces(first)
    )
    (plan / "pieces.md").write_text(f"# Pieces\n\n{pieces}\n", encoding="utf-8")
    loaded = plankit.load(plan, packs=folder / "packs", rules=())
    assert [f"{one.place} {one.message}" for one in loaded.findings] == []
    return loaded


def _cases() -> str:
    """More cases than one page holds, of two severities; the first is walked to its end."""
    rows = ["severity: serious, at: fri 16:30, must: [{reaches: weather-service, within: PT0S}]"]
    rows += [f"severity: {('serious', 'concern')[n % 2]}, at: some day" for n in range(20)]
    return "".join(_CASE.format(n=n, rest=row) for n, row in enumerate(rows, start=1))


def _argument(piece: str) -> str:
    return f" {ARGUMENTS[BY_NAME[piece].argument]}" if BY_NAME[piece].argument else ""


def chapters(loaded: Loaded) -> tuple[Chapter, ...]:
    """Every chapter of the site, those beneath others too."""
    assert loaded.plan is not None
    found: list[Chapter] = []
    waiting = list(outline(Reading(loaded.plan, loaded.guide, loaded.plan.plan.language, loaded.findings)))
    while waiting:
        chapter = waiting.pop(0)
        found.append(chapter)
        waiting += chapter.children
    return tuple(found)


def left_pieces(loaded: Loaded) -> tuple[str, ...]:
    """The pieces that neither a chapter nor the front page shows."""
    drawn = {VIEW_PIECES.get(one.view, one.view) for one in chapters(loaded)} | {"front", "front-areas"}
    return tuple(name for name in BY_NAME if name not in drawn)
