"""What is told of a made-up case besides its story: who is exposed, who discovers it, when, and what is unusual."""

from __future__ import annotations

from plankit.language import N_
from plankit.model.case import CaseFields
from plankit.views.reading import Reading


def case_facts(reading: Reading, told: CaseFields, time: str) -> tuple[tuple[str, str], ...]:
    """Names and words in the reader's language, without those that the case does not tell. `time` is when it begins."""
    t, label = reading.words, reading.label
    leader = label("leader", "out-of-reach") if told.leader_reachable is False else ""
    rows = (
        (t(N_("Who is exposed")), label("target-group", told.exposed)),
        (t(N_("Who discovers it")), label("door", told.door)),
        (t(N_("Severity")), label("severity", told.severity)),
        (t(N_("Time")), time),
        (t(N_("Leader")), leader),
        (t(N_("Who is suspected")), label("suspect", told.suspect)),
        (t(N_("Needs")), ", ".join(label("adaptation", one) for one in told.adaptations)),
        (t(N_("Municipality")), reading.title(told.participant) if told.participant else ""),
    )
    return tuple((name, words) for name, words in rows if words)
