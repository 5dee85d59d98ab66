"""Walks in words: what happened, what the plan does not answer, and a case in one sentence for whoever leads.

A sentence is put together from parts that read well in every language. Who is exposed, who acts first, who is suspected
and what is needed stand in it as the guide says them of one such (`GuideTerm.one`); where the guide does not, and for all
other names, the name stands in quotation marks, so that nothing has to be bent to fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plankit.language import N_, N_count, reading_order, translate, translate_count
from plankit.model.base import Text, Translated
from plankit.model.durations import read_duration
from plankit.model.guide import GuideAgency
from plankit.model.parties import Agency
from plankit.model.vocabulary import OF_GUIDE
from plankit.walks.prepared import Prepared
from plankit.walks.result import Event, Gap, WalkCase

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_MOMENTS = {
    "holiday": N_("Public holiday"),
    "clock-change": N_("The night when the clocks change,"),
}
_SHORTEST = 70
"""What a step says is cut after so many signs where it stands in a sentence."""

KIND_WORDS = {
    "no-procedure": N_("no procedure begins"),
    "uncovered": N_("no way on fits"),
    "nobody-there": N_("nobody there"),
    "too-late": N_("too late"),
    "forbidden": N_("forbidden step"),
    "loop": N_("goes round in a ring"),
    "dead-end": N_("leads nowhere"),
    "not-safe": N_("ends without safety"),
    "no-owner": N_("ends without an owner"),
    "no-ground": N_("no ground for sharing"),
    "expectation": N_("not as expected"),
}
"""Each kind of gap in two or three words, for tables."""

ASSUMPTION_WORDS = {
    "office-hours": N_("The plan tells no opening hours, so office hours are assumed."),
    "condition-holds": N_("The condition of the way on stands only in words, so it is taken to hold."),
}

_GAPS = {
    "no-procedure": N_("no procedure of this plan begins with such a case"),
    "uncovered": N_("after the step “{step}” no way on fits"),
    "uncovered-branch": N_("no branch of the procedure “{procedure}” fits"),
    "nobody-there": N_("nobody at “{agency}” can be reached within 14 days for the step “{step}”"),
    "nobody-there-leader": N_("the step “{step}” waits for the leader, and the plan names nobody else"),
    "too-late": N_(
        "until {until} this plan lets nobody act at the step “{step}”, which should be done {limit}"
    ),
    "forbidden": N_("the step “{step}” does what the plan forbids: {action}"),
    "loop": N_("the way comes back to the step “{step}” again and again"),
    "dead-end": N_("the way on from the step “{step}” leads nowhere"),
    "dead-end-procedure": N_("the procedure “{procedure}” has no step to begin with"),
    "not-safe": N_("the procedure “{procedure}” ends before the exposed person is safe"),
    "no-owner": N_("the procedure “{procedure}” ends, and nobody has the case"),
    "no-ground": N_("the step “{step}” hands the case to “{agency}” without a legal basis for sharing"),
    "reaches": N_("“{agency}” does not have the case at any time"),
    "reaches-within": N_("“{agency}” does not have the case {limit}"),
    "never": N_("the step “{step}” does what must never be done in this case: {action}"),
    "safe": N_("the exposed person is not safe {limit}"),
    "owner": N_("“{agency}” does not have the case at the end"),
}

_WITH_LEADER = N_("the leader cannot be reached")
_SUSPECT = N_("suspected: {name}")
_NEEDS = N_("needed: {name}")
_WHERE = N_("in {name}")
_CASE = N_("{exposed} is exposed, and the first to act is {door}, {time}; {severity}{more}")
_WHOLE = N_("{case}: {gap}.")

_EVENTS = {
    "acted": N_("{who}: {step}"),
    "fallback": N_("{who}: out of reach, so the fallback is taken instead of “{step}”"),
    "waited": N_("{who}: not there for {length}, until {until}; “{step}” waits"),
    "skipped-forbidden": N_("{who}: “{step}” is forbidden and is not done"),
}

_WITHIN = N_("within {time}")
_AT_ONCE = N_("at once")
_UNITS = (
    (86_400, N_count("{count} day", "{count} days")),
    (3_600, N_count("{count} hour", "{count} hours")),
    (60, N_count("{count} minute", "{count} minutes")),
    (1, N_count("{count} second", "{count} seconds")),
)
_MONTHS = N_count("{count} month", "{count} months")


class Names:
    """What a plan and its guide call things, in one language."""

    def __init__(self, ready: Prepared, language: str) -> None:
        self.language = language
        self._ready = ready
        own = ready.plan.plan.language
        self._order = tuple(dict.fromkeys((*reading_order(language)[:-1], own, "en")))
        if language == "en":
            self._order = ("en", own)

    def t(self, text: str, **values: object) -> str:
        """Words of plankit's own, filled in."""
        return translate(text, self.language).format(**values)

    def text(self, text: Text | None) -> str:
        """A text of the plan or guide, on one line."""
        found = text.in_language(*self._order) if isinstance(text, Translated) else text
        return " ".join((found or "").split())

    def word(self, field: str, code: str) -> str:
        """What a code of a list is called."""
        kind = OF_GUIDE.get(field)
        if kind is None:
            return self._ready.vocabulary.label(field, code, *self._order)
        terms = getattr(self._ready.guide, kind) if self._ready.guide else ()
        return next((self.text(term.name) for term in terms if term.id == code), code)

    def one(self, field: str, code: str) -> str:
        """How one such is called inside a sentence; the name in quotation marks where the guide has no words for it."""
        terms = getattr(self._ready.guide, OF_GUIDE[field]) if self._ready.guide else ()
        term = next((term for term in terms if term.id == code), None)
        if term is not None and term.one is not None:
            return self.text(term.one)
        return self.t(N_("“{name}”"), name=self.word(field, code))

    def agency(self, agency: str | None) -> str:
        """The name of an agency of the plan or the guide."""
        parties: list[Agency | GuideAgency] = [*self._ready.plan.agencies]
        parties += self._ready.guide.agencies if self._ready.guide else ()
        for one in parties:
            if one.id == agency:
                return self.text(one.name)
        return agency or self.word("actor", "agency")

    def action(self, action: str | None) -> str:
        """The name of an action."""
        terms = self._ready.guide.actions if self._ready.guide else ()
        return next((self.text(term.name) for term in terms if term.id == action), action or "")

    def participant(self, participant: str) -> str:
        """The name of a municipality of the plan."""
        found = next((one for one in self._ready.plan.participants if one.id == participant), None)
        return self.text(found.name) if found else participant

    @property
    def several_participants(self) -> bool:
        """Whether the plan is shared, so that the municipality is worth telling."""
        return len(self._ready.plan.participants) > 1

    def procedure(self, procedure: str | None) -> str:
        """The title of a procedure."""
        found = next((one for one in self._ready.plan.procedures if one.id == procedure), None)
        return self.text(found.title) if found else procedure or ""

    def step(self, procedure: str | None, step: str | None) -> str:
        """What a step says, in full."""
        for one in self._ready.plan.procedures:
            if one.id == procedure:
                found = next((some for some in one.all_steps() if some.id == step), None)
                return self.text(found.what) if found else step or ""
        return step or ""


def shortened(text: str) -> str:
    """The first sentence of `text`, or as many whole words of it as fit into a sentence."""
    first = text.split(". ")[0].removesuffix(".")
    if len(first) <= _SHORTEST:
        return first
    return first[:_SHORTEST].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"


def clock(names: Names, at: datetime) -> str:
    """A day and time for people: `Friday 2027-01-08 16:30`."""
    return f"{names.t(WEEKDAYS[at.weekday()])} {at:%Y-%m-%d %H:%M}"


def moment_words(names: Names, moment: str, at: datetime) -> str:
    """One of the hours that a stress walks: `Friday 16:30`, `Public holiday 12:00`."""
    day = moment.split()[0]
    return f"{names.t(_MOMENTS.get(day, WEEKDAYS[at.weekday()]))} {at:%H:%M}"


def length(language: str, seconds: int) -> str:
    """So many seconds in the largest units that divide them: `2 days`, `15 hours 30 minutes`."""
    parts = []
    for size, (one, many) in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(translate_count(one, many, count, language))
    return " ".join(parts) or translate(_AT_ONCE, language)


def limit_words(names: Names, written: str | None) -> str:
    """A time limit: `at once`, `within 2 hours`; as it is written where it is not understood."""
    read = read_duration(written)
    if read is None:
        return names.t(_WITHIN, time=written or "")
    parts = [translate_count(*_MONTHS, read.months, names.language)] if read.months else []
    if read.seconds:
        parts.append(length(names.language, read.seconds))
    return names.t(_WITHIN, time=" ".join(parts)) if parts else names.t(_AT_ONCE)


def actor_words(names: Names, event: Event) -> str:
    """Who acts."""
    return names.agency(event.agency) if event.actor == "agency" else names.word("actor", event.actor)


def event_words(names: Names, event: Event) -> str:
    """What happened, and who did it."""
    step = names.step(event.procedure, event.step)
    return names.t(
        _EVENTS[event.what],
        who=actor_words(names, event),
        step=step if event.what == "acted" else shortened(step),
        length=length(names.language, event.waited),
        until=clock(names, event.done_at),
    )


def gap_words(names: Names, gap: Gap) -> str:
    """What the plan does not answer, as a clause without a stop: it goes on from a colon."""
    pattern, limit, agency, action = gap.kind, gap.detail, gap.agency, gap.detail
    if gap.kind == "uncovered" and gap.step is None:
        pattern = "uncovered-branch"
    elif gap.kind == "nobody-there" and gap.agency is None:
        pattern = "nobody-there-leader"
    elif gap.kind == "dead-end" and gap.step is None:
        pattern = "dead-end-procedure"
    elif gap.expected is not None and gap.detail is not None:
        expected, pattern = gap.expected, gap.detail
        limit, action = expected.within or expected.safe_within, expected.never
        agency = expected.owner if pattern == "owner" else expected.reaches
        if pattern == "reaches" and limit:
            pattern = "reaches-within"
    return names.t(
        _GAPS[pattern],
        step=shortened(names.step(gap.procedure, gap.step)),
        procedure=names.procedure(gap.procedure),
        agency=names.agency(agency),
        action=names.action(action),
        limit=limit_words(names, limit),
        until=clock(names, gap.until) if gap.until else "",
    )


def case_words(names: Names, case: WalkCase) -> str:
    """Who is exposed, who acts first, when, and what else is unusual."""
    more = []
    if case.suspect is not None:
        more.append(names.t(_SUSPECT, name=names.one("suspect", case.suspect)))
    more += [names.t(_NEEDS, name=names.one("adaptation", one)) for one in case.adaptations]
    if case.participant is not None and names.several_participants:
        more.append(names.t(_WHERE, name=names.participant(case.participant)))
    if not case.leader_reachable:
        more.append(names.t(_WITH_LEADER))
    told = names.t(
        _CASE,
        exposed=names.one("target-group", case.exposed),
        door=names.one("door", case.door),
        time=clock(names, case.at),
        severity=names.word("severity", case.severity),
        more="".join(f", {one}" for one in more),
    )
    return told[:1].upper() + told[1:]


def sentence(names: Names, case: WalkCase, gap: Gap) -> str:
    """A case and what the plan does not answer in it, in one sentence."""
    return names.t(_WHOLE, case=case_words(names, case), gap=gap_words(names, gap))


@dataclass(frozen=True)
class SaidGap:
    """A gap that is put into words when the language is known."""

    ready: Prepared
    gap: Gap

    def in_words(self, language: str) -> str:
        """The gap as a clause in `language`."""
        return gap_words(Names(self.ready, language), self.gap)


@dataclass(frozen=True)
class SaidCase:
    """A case that is put into words when the language is known."""

    ready: Prepared
    case: WalkCase

    def in_words(self, language: str) -> str:
        """The case in `language`."""
        return case_words(Names(self.ready, language), self.case)
