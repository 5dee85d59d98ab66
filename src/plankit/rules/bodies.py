"""Agencies as the plan and its guide know them together: who is over whom, and to which organisation each belongs."""

from __future__ import annotations

from plankit.model.guide import GuideAgency
from plankit.model.parties import Agency
from plankit.model.procedure import Step
from plankit.rules.base import Subject

_SPHERES = {
    "municipal-unit": "municipality",
    "municipal-company": "municipality",
    "intermunicipal": "municipality",
    "host-municipality": "municipality",
    "county": "region",
    "specialist-health": "region",
    "state-local": "state",
    "state-central": "state",
    "court-prosecutor": "state",
    "national-line": "state",
    "ngo": "civil",
    "foundation": "civil",
    "private": "private",
}
"""Level of an agency, and whose it is. Networks and forums are nobody's alone. County and hospital are kept
together: in some countries they are the same authority."""

_PRIVATE = frozenset({"ngo", "foundation", "private"})


class Bodies:
    """The agencies of one plan. Where plan and guide say different things of one, the plan wins."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._own: dict[str, Agency] = {one.id: one for one in reversed(subject.plan.agencies)}
        self._guide: dict[str, GuideAgency] = (
            {one.id: one for one in subject.guide.agencies} if subject.guide else {}
        )
        self._up: dict[str, set[str]] = {}

    def entry(self, agency: str) -> Agency | None:
        """What the plan says of the agency."""
        return self._own.get(agency)

    def kin(self, agency: str) -> GuideAgency | None:
        """The agency of the guide that it is."""
        own = self._own.get(agency)
        return self._guide.get((own.guide_agency if own else None) or agency)

    def name(self, agency: str) -> str:
        """Its name, in the plan's language."""
        entry = self._own.get(agency) or self._guide.get(agency)
        return self._subject.text(entry.name) if entry else agency

    def level(self, agency: str) -> str | None:
        """The code of its level; `None` where neither plan nor guide says."""
        own, kin = self._own.get(agency), self.kin(agency)
        if own and own.level:
            return self._subject.code("agency-level", own.level)
        return kin.level if kin else None

    def sphere(self, agency: str) -> str | None:
        """Whose it is: the municipality's, the region's, the state's …; `None` where that is not known."""
        return _SPHERES.get(self.level(agency) or "")

    def is_private(self, agency: str) -> bool:
        """Whether it is known not to be a public body."""
        kin = self.kin(agency)
        if kin and kin.public is not None:
            return not kin.public
        return self.level(agency) in _PRIVATE

    def is_commandable(self, agency: str) -> bool:
        """Whether the municipality is known to be able to give it orders."""
        own, kin = self._own.get(agency), self.kin(agency)
        said = own.commandable if own else None
        return bool(said if said is not None else kin and kin.commandable)

    def is_under(self, agency: str, over: str) -> bool:
        """Whether it is `over` (an id of plan or guide), a part of it, or under its orders."""
        kin = self.kin(over)
        above = self._all_above(agency)
        return over in above or (kin is not None and kin.id in above)

    def _all_above(self, agency: str) -> set[str]:
        """The agency, and every one that it is a part of or under the orders of."""
        if agency not in self._up:
            waiting, seen = [agency], set[str]()
            while waiting:
                one = waiting.pop()
                if one not in seen:
                    seen.add(one)
                    waiting += self._above(one)
            self._up[agency] = seen
        return self._up[agency]

    def _above(self, agency: str) -> list[str]:
        own, kin = self._own.get(agency), self.kin(agency)
        above = [*own.commandable_by] if own else []
        if own and own.parent:
            above.append(own.parent)
        if kin:
            above += [kin.id, *kin.commanded_by]
        return above

    def is_same(self, first: str, second: str) -> bool:
        """Whether both are one and the same agency, or one is a part of the other."""
        kin, other = self.kin(first), self.kin(second)
        if first == second or (kin is not None and other is not None and kin.id == other.id):
            return True
        return second in self._parents(first) or first in self._parents(second)

    def _parents(self, agency: str) -> set[str]:
        found: set[str] = set()
        own = self._own.get(agency)
        while own and own.parent and own.parent not in found:
            found.add(own.parent)
            own = self._own.get(own.parent)
        return found

    def is_one_organisation(self, first: str, second: str) -> bool:
        """Whether both belong to one organisation, or that cannot be ruled out."""
        levels = {self.level(first), self.level(second)}
        if None in levels or levels <= {"municipal-unit"} or self.is_same(first, second):
            return True
        return self.is_under(first, second) or self.is_under(second, first)


def acting_agency(subject: Subject, step: Step) -> str | None:
    """The agency that takes a step; `None` where whoever discovers it does, or the leader of that person."""
    is_other = step.actor is not None and subject.code("actor", step.actor) != "agency"
    return None if is_other else step.agency
