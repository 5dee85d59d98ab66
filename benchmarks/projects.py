"""Writers of the projects that are compared: file names and texts, and what to run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from benchmarks.model import AGENCIES, PHASES, STATUSES, Model, in_pages

Files = dict[str, str]
COLUMNS = ("id", "title", "owner", "status", "deadline", "goals")


def plan_files(model: Model, prefix: str = "") -> Files:
    """A plan folder for plankit: a file for each page of goals or measures, and each page an area."""
    names = [f"goals{n:04d}" for n in range(len(in_pages(model.goals)))]
    names += [f"page{n:04d}" for n in range(len(in_pages(model.measures)))]
    files = {f"{prefix}plan.yaml": _frame(names)}
    for n, goals in enumerate(in_pages(model.goals)):
        texts = [
            f"- id: {one.id}\n  text: {one.title}\n  areas: goals{n:04d}\n  notes: {one.text}\n"
            for one in goals
        ]
        files[f"{prefix}goals{n:04d}.yaml"] = "goals:\n" + "".join(texts)
    for n, measures in enumerate(in_pages(model.measures)):
        texts = [
            f"- id: {one.id}\n  title: {one.title}\n  areas: page{n:04d}\n  responsible: {one.owner}\n"
            f"  status: {one.status}\n  phases: {one.phase}\n  deadline: {one.deadline}\n"
            f"  goals: [{', '.join(one.goals)}]\n  description: {one.text}\n"
            for one in measures
        ]
        files[f"{prefix}page{n:04d}.yaml"] = "measures:\n" + "".join(texts)
    return files


def _frame(areas: list[str]) -> str:
    codes = dict(zip(STATUSES, ("new", "planned", "ongoing", "done", "not-carried-out"), strict=True))
    words = [f"- {{field: measure-status, term: {word}, code: {code}}}\n" for word, code in codes.items()]
    agencies = [f"- {{id: {one}, name: {one}}}\n" for one in AGENCIES]
    return (
        "format: 1\n"
        "plan:\n  id: bench\n  title: Bench\n  language: en\n  period: {start: 2027, end: 2030}\n"
        "  evaluation_date: 2030-06-01\n  empty: {guide: not-applicable}\n"
        "participants:\n- {id: municipality, name: Bench}\n"
        "decisions:\n- {id: adoption, kind: adopted, body: Council, date: 2026-12-01}\n"
        "evaluation:\n- {id: mid-term, title: Halfway, kind: mid-term, when: 2028, by: Council}\n"
        f"vocabulary:\n{''.join(words)}agencies:\n{''.join(agencies)}"
        f"areas:\n{''.join(f'- {{id: {one}, name: {one}}}' + chr(10) for one in areas)}"
    )


def plankit_pages(model: Model) -> Files:
    """A plain Sphinx project with plankit's directives on the pages that the others have too."""
    files = plan_files(model, "plan/")
    files["conf.py"] = (
        'project = "bench"\nextensions = ["plankit.sphinx"]\nhtml_theme = "alabaster"\nlanguage = "en"\n'
        'plankit_plan = "plan"\nexclude_patterns = ["plan"]\n'
    )
    for n in range(len(in_pages(model.goals))):
        files[f"goals{n:04d}.md"] = f"# Goals {n}\n\n```{{plan:goals}}\n:area: goals{n:04d}\n```\n"
    for n, measures in enumerate(in_pages(model.measures)):
        ids = " ".join(one.id for one in measures)
        files[f"page{n:04d}.md"] = f"# Page {n}\n\n```{{plan:measures}}\n:ids: {ids}\n```\n"
    files["table.md"] = "# Table\n\n```{plan:measures}\n:style: table\n```\n"
    cells = [
        f"## {owner}, {status}\n\n```{{plan:measures}}\n:style: table\n:agency: {owner}\n:status: {status}\n```\n"
        for owner in AGENCIES
        for status in STATUSES
    ]
    files["matrix.md"] = "# Matrix\n\n" + "\n".join(cells)
    return _with_contents(files, ".md")


def floor(model: Model) -> Files:
    """The same pages in plain MyST, everything that is derived already written out as a generator would."""
    files = {"conf.py": FLOOR_CONF}
    serving = model.serving()
    for n, goals in enumerate(in_pages(model.goals)):
        cards = [
            f"({one.id.lower()})=\n## {one.title}\n\n{one.text}\n\n:measures: {_links(serving[one.id])}\n"
            for one in goals
        ]
        files[f"goals{n:04d}.md"] = f"# Goals {n}\n\n" + "\n".join(cards)
    for n, measures in enumerate(in_pages(model.measures)):
        cards = [
            f"({one.id.lower()})=\n## {one.title}\n\n:id: {one.id}\n:owner: {one.owner}\n:status: {one.status}\n"
            f":phase: {one.phase}\n:deadline: {one.deadline}\n:goals: {_links(one.goals)}\n\n{one.text}\n"
            for one in measures
        ]
        files[f"page{n:04d}.md"] = f"# Page {n}\n\n" + "\n".join(cards)
    rows = [[_links([m.id]), m.title, m.owner, m.status, m.deadline, _links(m.goals)] for m in model.measures]
    files["table.md"] = "# Table\n\n" + _table(COLUMNS, rows)
    counts = model.counts()
    counted = [[owner, *(str(counts[owner, status]) for status in STATUSES)] for owner in AGENCIES]
    files["matrix.md"] = "# Matrix\n\n" + _table(("agency", *STATUSES), counted)
    return _with_contents(files, ".md")


FLOOR_CONF = """\
project = "bench"
extensions = ["myst_parser"]
myst_enable_extensions = ["fieldlist"]
html_theme = "alabaster"
"""


def _links(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"[{name}](#{name.lower()})" for name in names) or "none"


def _table(heads: tuple[str, ...], rows: list[list[str]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def needs(model: Model) -> Files:
    """The same objects for sphinx-needs, in reStructuredText, with a table, counts and rules over them."""
    files = {"conf.py": _needs_conf()}
    for n, goals in enumerate(in_pages(model.goals)):
        cards = [f".. goal:: {one.title}\n   :id: {one.id}\n\n   {one.text}\n" for one in goals]
        files[f"goals{n:04d}.rst"] = _headed(f"Goals {n}") + "\n".join(cards)
    for n, measures in enumerate(in_pages(model.measures)):
        cards = [
            f".. measure:: {one.title}\n   :id: {one.id}\n   :owner: {one.owner}\n   :status: {one.status}\n"
            f"   :phase: {one.phase}\n   :deadline: {one.deadline}\n   :goals: {', '.join(one.goals)}\n\n"
            f"   {one.text}\n"
            for one in measures
        ]
        files[f"page{n:04d}.rst"] = _headed(f"Page {n}") + "\n".join(cards)
    columns = ";".join(COLUMNS)
    files["table.rst"] = f"{_headed('Table')}.. needtable::\n   :types: measure\n   :columns: {columns}\n"
    cell = "     - :need_count:`type == 'measure' and owner == '{}' and status == '{}'`\n"
    rows = [f"   * - {owner}\n" + "".join(cell.format(owner, one) for one in STATUSES) for owner in AGENCIES]
    head = "   * - agency\n" + "".join(f"     - {one}\n" for one in STATUSES)
    files["matrix.rst"] = f"{_headed('Matrix')}.. list-table::\n   :header-rows: 1\n\n{head}{''.join(rows)}"
    return _with_contents(files, ".rst")


def _headed(title: str) -> str:
    return f"{title}\n{'=' * len(title)}\n\n"


def _needs_conf() -> str:
    kinds = [
        {"directive": kind.lower(), "title": kind, "prefix": kind[0], "color": "#DDE8F0", "style": "node"}
        for kind in ("Goal", "Measure")
    ]
    fields = {
        "owner": {"description": "Who answers", "schema": {"type": "string", "enum": list(AGENCIES)}},
        "phase": {"description": "Phase", "schema": {"type": "string", "enum": list(PHASES)}},
        "deadline": {"description": "Deadline", "schema": {"type": "string", "format": "date"}},
    }
    rule = {
        "id": "measure-complete",
        "severity": "violation",
        "select": {"properties": {"type": {"const": "measure"}}},
        "validate": {
            "local": {
                "required": ["owner", "deadline", "status"],
                "properties": {"status": {"enum": list(STATUSES)}, "goals": {"minItems": 3}},
            },
            "network": {"goals": {"items": {"local": {"properties": {"type": {"const": "goal"}}}}}},
        },
    }
    settings = {
        "project": "bench",
        "extensions": ["sphinx_needs"],
        "html_theme": "alabaster",
        "needs_id_regex": "^[GM][0-9]{5}$",
        "needs_types": kinds,
        "needs_fields": {name: {**field, "nullable": True} for name, field in fields.items()},
        "needs_links": {"goals": {"outgoing": "goals", "incoming": "measures"}},
        "needs_table_style": "table",
        "needs_schema_validation_enabled": True,
        "needs_schema_definitions": {"schemas": [rule]},
    }
    return "".join(f"{name} = {value!r}\n" for name, value in settings.items())


def _with_contents(files: Files, suffix: str) -> Files:
    names = "\n".join(sorted(name.removesuffix(suffix) for name in files if name.endswith(suffix)))
    if suffix == ".md":
        index = f"# Bench\n\n```{{toctree}}\n:maxdepth: 1\n\n{names}\n```\n"
    else:
        listed = "".join(f"   {name}\n" for name in names.split("\n"))
        index = f"{_headed('Bench')}.. toctree::\n   :maxdepth: 1\n\n{listed}"
    return {**files, f"index{suffix}": index}


WRITERS: MappingProxyType[str, Callable[[Model], Files]] = MappingProxyType(
    {"plankit": plan_files, "plankit_ext": plankit_pages, "floor_md": floor, "needs_rst": needs}
)
"""The projects that can be compared, by name."""


def write_project(folder: Path, files: Files) -> int:
    """Make the files of a project be these; files that are equal already are not touched. Returns how many were not."""
    written = 0
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written += 1
    return written
