"""One generated plan: a frame, goals and measures, who does what, and what else a plan holds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plankit.generating import words
from plankit.generating.choices import Choice, between, chance, pick, some
from plankit.generating.frames import frame, member_id
from plankit.generating.settings import Setting
from plankit.generating.sizes import REAL, Size
from plankit.model.plan import Plan

Raw = dict[str, Any]


def plan_of(choice: Choice, size: Size = REAL, setting: Setting | None = None) -> Plan:
    """A plan of that size, whose ids are unique and whose references lead somewhere. It says that it is generated."""
    return Plan.model_validate(_Maker(choice, size, setting or Setting()).raw())


@dataclass(frozen=True)
class _Maker:
    choice: Choice
    size: Size
    setting: Setting

    def raw(self) -> Raw:
        """The plan as it would stand in its files."""
        choice, size = self.choice, self.size
        made: Raw = frame(choice, self.setting)
        made["sections"] = list(self._sections())
        made["areas"] = list(self._areas())
        areas = _ids(made["areas"])
        made["indicators"] = list(self._indicators())
        made["goals"] = list(self._goals(areas, _ids(made["indicators"])))
        made["agencies"] = list(self._agencies())
        agencies = _ids(made["agencies"])
        made["measures"] = list(self._measures(areas, _ids(made["goals"]), made["agencies"]))
        measures = _ids(made["measures"])
        made["responsibilities"] = list(self._responsibilities(agencies))
        made["services"] = list(self._services(agencies))
        made["procedures"] = list(self._procedures(agencies))
        made["statistics"] = list(self._statistics())
        made["progress"] = list(self._progress(measures))
        made["answers"] = list(self._answers([*measures, *_ids(made["goals"])]))
        made["evaluation"] = self._evaluation(between(choice, *((1, 3) if size.sections[0] else (0, 1))))
        return {key: value for key, value in made.items() if value != []}

    def _sections(self) -> Iterator[Raw]:
        for number, (heading, kind) in enumerate(some(self.choice, words.SECTIONS, *self.size.sections), 1):
            text = "\n\n".join(some(self.choice, words.PARAGRAPHS, 1, 4))
            yield {"id": f"s{number}", "number": str(number), "heading": heading, "kind": kind, "text": text}

    def _areas(self) -> Iterator[Raw]:
        phases = self._names("task_phases") or [("p", "arbeidet")]
        for number in range(1, between(self.choice, *self.size.areas) + 1):
            word = pick(self.choice, phases)[1]
            yield {
                "id": f"o{number}",
                "number": str(number),
                "name": f"{word.capitalize()} {number}",
                "phase": word,
            }

    def _indicators(self) -> Iterator[Raw]:
        for number in range(1, between(self.choice, *self.size.indicators) + 1):
            first = self.setting.first_year - 3
            series = [
                {"period": str(first + year), "value": str(between(self.choice, 10, 90)), "base": "100"}
                for year in range(between(self.choice, 0, 4))
            ]
            name = pick(self.choice, words.INDICATORS)
            yield {
                "id": f"i{number}",
                "name": name,
                "unit": "prosent",
                "source": "Fagsystemet",
                "series": series,
            }

    def _goals(self, areas: Sequence[str], indicators: Sequence[str]) -> Iterator[Raw]:
        for number in range(1, between(self.choice, *self.size.goals) + 1):
            yield {
                "id": f"m{number}",
                "number": str(number),
                "level": "mål",
                "text": pick(self.choice, words.GOALS),
                "areas": list(some(self.choice, areas, 0, 1)),
                "indicators": list(some(self.choice, indicators, 0, 1)),
                "target_groups": [name for _, name in some(self.choice, self._names("target_groups"), 0, 2)],
            }

    def _agencies(self) -> Iterator[Raw]:
        guide = self.setting.guide
        if guide is None:
            count = between(self.choice, *self.size.agencies)
            yield from ({"id": f"e{number}", "name": f"Enhet {number}"} for number in range(1, count + 1))
            return
        for one in some(self.choice, guide.agencies, *self.size.agencies):
            made: Raw = {
                "id": f"e-{one.id}",
                "name": str(one.name),
                "level": one.level,
                "guide_agency": one.id,
            }
            if one.commandable is not None:
                made["commandable"] = "true" if one.commandable else "false"
            yield made

    def _measures(self, areas: Sequence[str], goals: Sequence[str], agencies: Sequence[Raw]) -> Iterator[Raw]:
        own = [one["id"] for one in agencies if one.get("commandable", "true") == "true"]
        names = {one["id"]: one["name"] for one in agencies}
        several = self.setting.members[1:] and [
            member_id(number) for number in range(len(self.setting.members))
        ]
        for number in range(1, between(self.choice, *self.size.measures) + 1):
            owner = list(some(self.choice, own, 0 if chance(self.choice, 10) else 1, 1))
            who = names[owner[0]] if owner else "kommunen"
            text = " ".join(some(self.choice, words.DESCRIPTIONS, 1, 3)).format(who)
            made: Raw = {
                "id": f"t{number}",
                "number": str(number),
                "title": f"{pick(self.choice, words.MEASURES)} ({who})",
                "description": text,
                "kind": pick(self.choice, words.KINDS),
                "status": pick(self.choice, words.STATUSES),
                "goals": list(some(self.choice, goals, 0 if chance(self.choice, 5) else 1, 2)),
                "areas": list(some(self.choice, areas, 0, 1)),
                "responsible": [{"agency": one, "function": "owner"} for one in owner],
                "contributors": list(some(self.choice, own, 0, 3)),
                "deadline": self._deadline(),
                "cost": pick(self.choice, words.COSTS),
            }
            if several and chance(self.choice, 15):
                made["applies_to"] = list(some(self.choice, several, 1, 2))
            yield {key: value for key, value in made.items() if value not in (None, [])}

    def _deadline(self) -> str | None:
        year = self.setting.first_year + between(self.choice, 0, self.setting.years - 1)
        kind = self.choice(4)
        if kind == 0:
            return f"31. desember {year}"
        if kind == 1:
            return f"{between(self.choice, 1, 28)}. {pick(self.choice, words.MONTHS)} {year}"
        return "løpende" if kind == 2 else None

    def _responsibilities(self, agencies: Sequence[str]) -> Iterator[Raw]:
        # Where law settles who answers for a task, chance may not.
        tasks = [one.id for one in self.setting.guide.tasks if not one.settled] if self.setting.guide else []
        number = 0
        for task in some(self.choice, tasks, *self.size.tasks):
            doers = some(self.choice, agencies, *self.size.cells)
            for place, agency in enumerate(doers):
                # Somebody answers for it, somebody does it, and the others help, are asked or are told.
                role = ("A", "R")[place] if place < 2 else pick(self.choice, "RSCI")
                number += 1
                yield {"id": f"a{number}", "task": task, "agency": agency, "role": role, "basis": "plan"}

    def _services(self, agencies: Sequence[str]) -> Iterator[Raw]:
        for number in range(1, between(self.choice, *self.size.services) + 1):
            made: Raw = {"id": f"tj{number}", "name": f"{pick(self.choice, words.SERVICES)} {number}"}
            if agencies:
                made["agency"] = pick(self.choice, agencies)
            made |= {"access": pick(self.choice, words.ACCESS), "offer": "Se kommunens nettsider."}
            made["verified_on"] = f"1. {pick(self.choice, words.MONTHS)} {self.setting.first_year}"
            yield made

    def _procedures(self, agencies: Sequence[str]) -> Iterator[Raw]:
        for number in range(1, between(self.choice, *self.size.procedures) + 1):
            steps = [
                {"id": f"steg{place}", "order": str(place), "what": what, **self._actor(agencies)}
                for place, what in enumerate(some(self.choice, words.STEPS, 1, 5), 1)
            ]
            for step, after in itertools.pairwise(steps):
                step["next"] = [{"step": after["id"]}]
            steps[-1]["end"] = "true"
            yield {"id": f"pro{number}", "title": f"Rutine {number}", "trigger": "Bekymring", "steps": steps}

    def _actor(self, agencies: Sequence[str]) -> Raw:
        return {"agency": pick(self.choice, agencies)} if agencies else {"who": "Den som oppdager saken"}

    def _statistics(self) -> Iterator[Raw]:
        for number in range(1, between(self.choice, *self.size.statistics) + 1):
            yield {
                "id": f"st{number}",
                "topic": pick(self.choice, words.FIGURES),
                "source": "Kommunens fagsystem",
                "period": str(self.setting.first_year - between(self.choice, 1, 3)),
                "value": str(between(self.choice, 10, 400)),
                "unit": "saker",
            }

    def _progress(self, measures: Sequence[str]) -> Iterator[Raw]:
        for number, measure in enumerate(some(self.choice, measures, *self.size.progress), 1):
            made = {
                "id": f"f{number}",
                "measure": measure,
                "date": f"15. {pick(self.choice, words.MONTHS)} {self.setting.first_year}",
                "reported_by": "Enhetsleder",
                "status": pick(self.choice, words.STATUSES),
                "result": pick(self.choice, words.RESULTS),
                "outcome": pick(self.choice, words.OUTCOMES),
            }
            if chance(self.choice, 40):
                made["obstacles"] = pick(self.choice, words.OBSTACLES)
            yield made

    def _answers(self, places: Sequence[str]) -> Iterator[Raw]:
        for requirement, _ in some(self.choice, self._names("requirements"), *self.size.answers):
            state = pick(self.choice, words.ANSWERS)
            made: Raw = {"id": f"svar-{requirement}", "requirement": requirement, "state": state}
            made["reason"] = pick(self.choice, words.REASONS)
            made["where"] = list(some(self.choice, places, 0, 3))
            yield made

    def _evaluation(self, number: int) -> list[Raw]:
        end = self.setting.first_year + self.setting.years - 1
        all_of_them: list[Raw] = [
            {
                "id": "ev1",
                "title": "Årsrapport",
                "kind": "årsrapport",
                "when": "hvert år",
                "by": "Enhetsleder",
            },
            {
                "id": "ev2",
                "title": "Evaluering",
                "kind": "sluttrapport",
                "when": str(end),
                "to": "Kommunestyret",
            },
            {"id": "ev3", "title": "Underveis", "kind": "midtveisevaluering", "when": str(end - 1)},
        ]
        return all_of_them[:number]

    def _names(self, kind: str) -> list[tuple[str, str]]:
        """Ids and names of what the guide has of a kind; none without a guide."""
        entries = getattr(self.setting.guide, kind) if self.setting.guide else ()
        return [(one.id, str(one.title if hasattr(one, "title") else one.name)) for one in entries]


def _ids(entries: Sequence[Raw]) -> list[str]:
    return [one["id"] for one in entries]
