"""The registry as open data: tables in CSV and JSON, and what each column means (a data package)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plankit.language import N_
from plankit.registry.facts import PlanFacts
from plankit.registry.picture import SINCE, Place
from plankit.registry.tables import common_findings, coverage_table, four_questions, updated
from plankit.registry_site.page import Site, page_of
from plankit.rules.catalogue import BY_CODE
from plankit.views.coverage import State as Answered
from plankit.views.in_force import State
from plankit.views.terms import rules_of

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, type as in a table schema, and what it means."""

    name: str
    type: str
    about: str
    values: tuple[str, ...] = ()
    """The words that may stand in it, where there are only some."""


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A table of the open data."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Site], Sequence[Row]]


def _text(name: str, about: str, values: tuple[str, ...] = ()) -> Column:
    return Column(name=name, type="string", about=about, values=values)


def _integer(name: str, about: str) -> Column:
    return Column(name=name, type="integer", about=about)


def _date(name: str, about: str) -> Column:
    return Column(name=name, type="date", about=about)


def _flag(name: str, about: str) -> Column:
    return Column(name=name, type="boolean", about=about)


def _places(site: Site) -> list[Row]:
    return [_place(site, one) for one in site.picture.places]


def _place(site: Site, place: Place) -> Row:
    held, day = place.counts, site.day
    asked = four_questions(place, day)
    since = SINCE.get(site.picture.country, day)
    return {
        "number": place.number,
        "name": place.name,
        "county_number": place.municipality.county.number,
        "county": place.municipality.county.name,
        "regional_centre": place.region,
        "population": place.population,
        "state": str(place.state),
        "in_force": place.is_in_force,
        "reason": place.said(site.language) or None,
        "in_force_until": held.verdict.until if held else None,
        "plan": held.facts.folder if held else None,
        "plans": len(place.plans),
        "adopted_on": max((one for one in held.member.adoptions if one <= day), default=None)
        if held
        else None,
        "written": asked.written,
        "adopted": asked.adopted,
        "published": asked.published,
        "revised_within_four_years": asked.revised,
        "updated": updated(place, day, since),
        "page": f"{site.base}{page_of(place)}",
    }


def _plans(site: Site) -> list[Row]:
    return [_plan(site, one) for one in site.picture.plans]


def _plan(site: Site, one: PlanFacts) -> Row:
    numbers = one.numbers
    return {
        "folder": one.folder,
        "id": one.plan,
        "title": one.title,
        "language": one.language,
        "guide": one.guide,
        "edition": one.edition,
        "stage": one.term.stage,
        "period": one.period,
        "starts": one.term.starts,
        "ends": one.term.ends,
        "evaluation": one.term.evaluation,
        "shared": one.shared,
        "in_force": one.folder in site.picture.in_force,
        "municipalities": " ".join(m.number for m in one.participants if m.number) or None,
        "goals": numbers.goals,
        "measures": numbers.measures,
        "measures_with_deadline": numbers.with_deadline,
        "measures_with_owner": numbers.with_owner,
        "procedures": numbers.procedures,
        "services": numbers.services,
        "errors": one.severities.get("error", 0),
        "warnings": one.severities.get("warning", 0),
        "advice": one.severities.get("advice", 0),
        "last_progress": one.last_progress,
        "address": one.address,
        "judged_on": one.judged_on,
        "checksum": one.checksum,
    }


def _requirements(site: Site) -> list[Row]:
    names = {state: str(state).replace("-", "_") for state in Answered}
    return [
        {
            "requirement": one.requirement.id,
            "title": site.text(one.requirement.title),
            "force": one.requirement.force,
            "judged": site.picture.counts.judged,
            **{names[state]: one.states[state] for state in Answered},
        }
        for one in coverage_table(site.picture)
    ]


def _findings(site: Site) -> list[Row]:
    return [
        {
            "code": one.code,
            "name": BY_CODE[one.code].name,
            "severity": BY_CODE[one.code].severity.word,
            "plans": one.plans,
            "times": one.times,
        }
        for one in common_findings(site.picture)
        if one.code in BY_CODE
    ]


STATES = tuple(map(str, State))
DATASETS = (
    Dataset(
        name="municipalities",
        about=N_("Every municipality of today, and whether a plan is in force for it."),
        rows=_places,
        columns=(
            _text("number", N_("Official number of the municipality.")),
            _text("name", N_("Its name in Norwegian or Swedish.")),
            _text("county_number", N_("Official number of the county.")),
            _text("county", N_("Name of the county.")),
            _text("regional_centre", N_("Id of the regional centre, as in the guide.")),
            _integer("population", N_("Inhabitants, where they were given.")),
            _text("state", N_("What the plan that counts is on the day of the registry."), STATES),
            _flag("in_force", N_("Whether a plan is in force: own or shared.")),
            _text("reason", N_("Why, in the language of the site.")),
            _date("in_force_until", N_("The last day that it is in force.")),
            _text("plan", N_("Folder of the plan that counts.")),
            _integer("plans", N_("How many plans name the municipality, old ones too.")),
            _date("adopted_on", N_("The last day on which the municipality adopted it.")),
            _flag("written", N_("Whether there is a plan.")),
            _flag("adopted", N_("Whether the municipality adopted it.")),
            _flag("published", N_("Whether its address is known.")),
            _flag("revised_within_four_years", N_("Whether it was adopted within the last four years.")),
            _date("updated", N_("The last day on which what is told here changed.")),
            _text("page", N_("The page of the municipality.")),
        ),
    ),
    Dataset(
        name="plans",
        about=N_("Every plan that was read."),
        rows=_plans,
        columns=(
            _text("folder", N_("Name of the plan's folder.")),
            _text("id", N_("Id of the plan, as it says.")),
            _text("title", N_("Title in the plan's own language.")),
            _text("language", N_("Language of the plan.")),
            _text("guide", N_("Id of the guide that it follows.")),
            _text("edition", N_("Edition of that guide.")),
            _text("stage", N_("The stage that the plan says it is in.")),
            _text("period", N_("Its period in its own words.")),
            _date("starts", N_("The first day that it holds.")),
            _date("ends", N_("The last day of its period.")),
            _date("evaluation", N_("The last day that it sets for its evaluation.")),
            _flag("shared", N_("Whether several municipalities have it together.")),
            _flag("in_force", N_("Whether it is in force for at least one municipality.")),
            _text("municipalities", N_("Numbers of the municipalities, as the plan writes them.")),
            _integer("goals", N_("How many goals it has.")),
            _integer("measures", N_("How many measures it has.")),
            _integer("measures_with_deadline", N_("Measures with a last day.")),
            _integer("measures_with_owner", N_("Measures with somebody who answers for them.")),
            _integer("procedures", N_("How many procedures it has.")),
            _integer("services", N_("How many services it describes.")),
            _integer("errors", N_("Findings that are errors.")),
            _integer("warnings", N_("Findings that are warnings.")),
            _integer("advice", N_("Findings that are advice.")),
            _date("last_progress", N_("The day of the last report of progress.")),
            _text("address", N_("Where the plan says it is published.")),
            _date("judged_on", N_("The day that the rules judged it on.")),
            _text("checksum", N_("Checksum of what the plan says (SHA-256).")),
        ),
    ),
    Dataset(
        name="requirements",
        about=N_("How many plans in force answer each requirement of the guide."),
        rows=_requirements,
        columns=(
            _text("requirement", N_("Id of the requirement.")),
            _text("title", N_("What it asks for.")),
            _text("force", N_("How binding it is."), ("law", "must", "should", "advice")),
            _integer("judged", N_("How many plans were judged by it.")),
            _integer("met", N_("Plans that meet it.")),
            _integer("partly", N_("Plans that meet it in part.")),
            _integer("not_met", N_("Plans that do not meet it.")),
            _integer("not_applicable", N_("Plans that it does not apply to.")),
            _integer("needs_a_person", N_("Plans where a person must judge.")),
        ),
    ),
    Dataset(
        name="findings",
        about=N_("What the rules found in the plans in force."),
        rows=_findings,
        columns=(
            _text("code", N_("Code of the rule.")),
            _text("name", N_("Name of the rule.")),
            _text("severity", N_("How bad it is."), ("error", "warning", "advice")),
            _integer("plans", N_("In how many plans it was found.")),
            _integer("times", N_("How often it was found altogether.")),
        ),
    ),
)


def data_files(site: Site) -> dict[str, bytes]:
    """Every file of the open data by its name: a CSV and a JSON for each table, and what the columns mean."""
    files: dict[str, bytes] = {}
    for one in DATASETS:
        rows = one.rows(site)
        files[f"data/{one.name}.csv"] = _csv(one, rows)
        files[f"data/{one.name}.json"] = _json(
            {"date": site.day, "country": site.picture.country, "rows": rows}
        )
    files["data/datapackage.json"] = _json(_package(site))
    return files


def _csv(one: Dataset, rows: Sequence[Row]) -> bytes:
    """The table as RFC 4180 has it, in UTF-8 without a mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in one.columns])
    writer.writerows([_plain(row[column.name]) for column in one.columns] for row in rows)
    return out.getvalue().encode()


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    # A spreadsheet takes a cell that begins so for a formula.
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _package(site: Site) -> dict[str, object]:
    """What the tables are, in the form of a data package (https://datapackage.org)."""
    rules = rules_of(site.picture.guide)
    package: dict[str, object] = {
        "name": f"plans-{site.picture.country.lower()}",
        "title": site.title,
        "description": site.t(N_("Open data of a registry of plans.")),
        "version": site.day.isoformat(),
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    }
    if rules:
        package["sources"] = [{"title": site.text(rules[0].text or rules[0].title), "path": rules[0].address}]
    package["resources"] = [
        {
            "name": one.name,
            "path": f"{one.name}.csv",
            "description": site.t(one.about),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [_field(site, column) for column in one.columns]},
        }
        for one in DATASETS
    ]
    return package


def _field(site: Site, one: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": one.name, "type": one.type, "description": site.t(one.about)}
    return {**field, "constraints": {"enum": list(one.values)}} if one.values else field
