"""A plan as read in one language: names of ids, words of codes, and who refers to what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plankit.findings import Finding
from plankit.language import N_, reading_order, translate
from plankit.model.base import Item, Translated
from plankit.model.contents import Goal, Measure, Progress, Responsible
from plankit.model.frame import Decision, Hearing, Participation
from plankit.model.guide import Guide, GuideAgency
from plankit.model.parties import Agency
from plankit.model.plan import Plan
from plankit.model.references import Reference, uses
from plankit.model.vocabulary import Vocabulary
from plankit.views.provisions import law_name
from plankit.views.suppression import Figures, figures


class Party(NamedTuple):
    """An agency as the plan and its guide know it together."""

    id: str
    name: str
    short_name: str
    level: str | None
    commandable: bool | None
    entry: Agency | None
    guide_entry: GuideAgency | None


@dataclass(frozen=True, eq=False)
class Reading:
    """A plan, its guide and the language that both are read in.

    `language` is the reader's; texts fall back to the plan's own language, words to the catalogue's chain.
    """

    plan: Plan
    guide: Guide | None
    language: str
    findings: tuple[Finding, ...] = ()
    """What was found while the plan was checked; without it nothing is known to be wrong."""

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Languages to look for a text in, best first."""
        own = [tag for tag in reading_order(self.language) if tag != "en" or self.language == "en"]
        return tuple(dict.fromkeys((*own, self.plan.plan.language, "en")))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the plan's words stand for."""
        return Vocabulary(self.plan, self.guide)

    @cached_property
    def figures(self) -> Figures:
        """What may be shown of each figure; whatever draws figures asks here."""
        return figures(self.plan, self.vocabulary)

    @cached_property
    def uses(self) -> dict[str, tuple[Reference, ...]]:
        """For each id, the references to it."""
        return uses(self.plan)

    def text(self, value: str | Translated | None) -> str:
        """A text in the reader's language; empty where there is none."""
        if value is None:
            return ""
        return value if isinstance(value, str) else value.in_language(*self.order)

    def law_name(self, name: str) -> str:
        """The guide's provision with this id as texts write it: `krisesenterlova § 2`; the id where there is none."""
        return law_name(self.guide, name, self.text) if self.guide else name

    def words(self, english: str) -> str:
        """A word or sentence of plankit's own in the reader's language."""
        return translate(english, self.language)

    def label(self, field: str, word: str | None) -> str:
        """How to show a word of the list `field`: a code as its word, any other word as written."""
        return self.vocabulary.label(field, word, *self.order) if word else ""

    @cached_property
    def _parties(self) -> dict[str, Party]:
        found: dict[str, Party] = {}
        of_guide = {entry.id: entry for entry in self.guide.agencies} if self.guide else {}
        for agency in self.plan.agencies:
            known = of_guide.get(agency.guide_agency or agency.id)
            found.setdefault(agency.id, self._party(agency, known))
        for entry in of_guide.values():
            name = self.text(entry.name)
            short = self.text(entry.short_name) or name
            found.setdefault(
                entry.id, Party(entry.id, name, short, entry.level, entry.commandable, None, entry)
            )
        return found

    def _party(self, agency: Agency, known: GuideAgency | None) -> Party:
        name = self.text(agency.name)
        commandable = (
            agency.commandable if agency.commandable is not None else (known.commandable if known else None)
        )
        level = agency.level or (known.level if known else None)
        return Party(agency.id, name, self.text(agency.short_name) or name, level, commandable, agency, known)

    def party(self, agency_id: str) -> Party:
        """The agency of that id; one that nobody described is shown by its id."""
        known = self._parties.get(agency_id)
        return known or Party(agency_id, agency_id, agency_id, None, None, None, None)

    @cached_property
    def named_parties(self) -> tuple[Party, ...]:
        """The plan's agencies in its order, then those of the guide that the plan uses, in the guide's."""
        named = {
            target
            for target, of_it in self.uses.items()
            if any(one.path[-1] != "guide_agency" for one in of_it)
        }
        used = [party for name, party in self._parties.items() if party.entry is None and name in named]
        return (*(self.party(agency.id) for agency in self.plan.agencies), *used)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {}

    def title(self, item_id: str) -> str:
        """What to call the entry of that id in running text; the id where it is not known."""
        known = self._titles.get(item_id)
        if known is None:
            known = self._titles[item_id] = self._title(item_id)
        return known

    def _title(self, item_id: str) -> str:
        if item_id in self._parties:
            return self._parties[item_id].name
        entry: Item | None = self.plan.by_id.get(item_id)
        if entry is None and self.guide:
            entry = self.guide.by_id.get(item_id)
        if isinstance(entry, Decision):
            date = f", {entry.date.text}" if entry.date else ""
            return f"{self.text(entry.body)}{date}"
        if isinstance(entry, Hearing):
            return " ".join([self.words(N_("Hearing")), *([entry.opens.text] if entry.opens else [])])
        for field in ("title", "name", "term", "heading", "topic", "text", "body", "what", "label"):
            words = self.text(getattr(entry, field, None))
            if words:
                return words
        return item_id

    def knows(self, item_id: str) -> bool:
        """Whether the plan has an entry of that id, or the plan or its guide an agency."""
        return item_id in self.plan.by_id or item_id in self._parties

    def numbered_title(self, item_id: str) -> str:
        """The title with the plan's own number before it."""
        entry = self.plan.by_id.get(item_id)
        # The number of a municipality is no number of the plan's own.
        number = None if isinstance(entry, Participation) else getattr(entry, "number", None)
        return f"{number} {self.title(item_id)}" if number else self.title(item_id)

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by id, in the plan's order."""
        return {measure.id: measure for measure in self.plan.measures}

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {measure: number for number, measure in enumerate(self.measures)}

    def measure_order(self, ids: Iterable[str]) -> list[str]:
        """Those of the ids that belong to measures, in the plan's order."""
        return sorted({one for one in ids if one in self._positions}, key=self._positions.__getitem__)

    def areas_of(self, measure: Measure) -> tuple[str, ...]:
        """The areas that a measure belongs to: its own, else those of its goals."""
        if measure.areas:
            return measure.areas
        goals = (self.plan.by_id.get(goal) for goal in measure.goals)
        return tuple(dict.fromkeys(area for goal in goals if isinstance(goal, Goal) for area in goal.areas))

    @cached_property
    def measures_by_area(self) -> dict[str, tuple[Measure, ...]]:
        """The measures of each area that has any, in the plan's order; `none` holds those without an area."""
        found: dict[str, list[Measure]] = {area.id: [] for area in self.plan.areas}
        for measure in self.plan.measures:
            for area in self.areas_of(measure) or ("none",):
                found.setdefault(area, []).append(measure)
        return {area: tuple(measures) for area, measures in found.items() if measures}

    @cached_property
    def goals_by_area(self) -> dict[str, tuple[Goal, ...]]:
        """The goals of each area that has any, in the plan's order; `none` holds those without an area."""
        found: dict[str, list[Goal]] = {}
        for goal in self.plan.goals:
            for area in goal.areas or ("none",):
                found.setdefault(area, []).append(goal)
        return {area: tuple(goals) for area, goals in found.items()}

    def who(self, responsible: Responsible) -> str:
        """Who answers, in words: agency, role and what the plan adds."""
        agency = self.party(responsible.agency).name if responsible.agency else ""
        parts = [part for part in (agency, self.text(responsible.role), self.text(responsible.text)) if part]
        return ", ".join(parts)

    def function(self, responsible: Responsible) -> str:
        """What it does for the measure, as a word; empty where the plan does not say."""
        return self.label("function", responsible.function)

    def is_owner(self, responsible: Responsible) -> bool:
        """Whether it answers for the measure rather than helps with it."""
        code = self.vocabulary.code("function", responsible.function) if responsible.function else None
        return code in (None, "owner", "co-owner", "lead-agency", "lead-officer", "coordinates", "decides")

    def status_code(self, measure: Measure) -> str | None:
        """Code of the newest status: that of the last progress report, else of the measure itself."""
        reports = [report for report in self.reports.get(measure.id, ()) if report.status]
        word = reports[-1].status if reports else measure.status
        return self.vocabulary.code("measure-status", word) if word else None

    def status(self, measure: Measure) -> str:
        """The newest status in the plan's words; empty where none is stated."""
        reports = [report for report in self.reports.get(measure.id, ()) if report.status]
        return self.label("measure-status", reports[-1].status if reports else measure.status)

    @cached_property
    def reports(self) -> dict[str, tuple[Progress, ...]]:
        """Progress reports by measure, oldest first."""
        found: dict[str, list[Progress]] = {}
        for report in sorted(self.plan.progress, key=lambda one: one.date.sort_key()):
            found.setdefault(report.measure, []).append(report)
        return {measure: tuple(reports) for measure, reports in found.items()}
