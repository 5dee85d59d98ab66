"""What it checks
    A field for a role holds what looks like the name of a person. This is a guess: two or more words in a row
    with capital letters that are no known agency, arena, participant or common word for a position or institution.

Why it matters
    Publishing who works with violence cases can put that person in danger, and names are personal data (GDPR
    articles 5 and 6). The guide asks for position and service (guide 2.7), which also outlive the person.

Bad
    responsible: {agency: barnevern, role: Kari Nordmann}

Good
    responsible: {agency: barnevern, role: Leder for barneverntjenesten}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity, Text, Translated
from plankit.model.plan import Plan
from plankit.rules.base import Hit, Rule, Subject

_CAPITALISED = re.compile(r"[A-ZÆØÅÄÖÁÉŠŽČĐŊŦ][a-zæøåäöáéèüšžčđŋŧ]+(?:-[A-ZÆØÅÄÖÁ][a-zæøåäöáéü]+)*")
_SEQUENCE = re.compile(rf"{_CAPITALISED.pattern}(?:[ ]+(?:[A-ZÆØÅÄÖ]\.[ ]*)?{_CAPITALISED.pattern})+")
_POSITION = re.compile(
    # Anywhere in a word.
    r"leder|leiar|sjef|chef|rådgiv|rådmann|direktør|rektor|styrer|koordinator|ansvarlig|ansvarleg|konsulent|psykolog|"
    r"sykeplei|sjukeplei|jordmor|lensmann|inspektør|ordfør|saksbehandl|kontakt|kommun|fylke|region|nasjonal|tjenest|"
    r"tenest|tjänst|kontor|avdeling|seksjon|enhet|sektor|virksomhet|verksemd|senter|sentr|center|centr|mottak|skole|"
    r"skule|skola|familie|helse(?!t)|hälso|sosial|social|omsorg|oppvekst|kultur|velferd|miljø|politi|polis|utvalg|"
    r"utval|nämnd|gruppe|nettverk|nätverk|forum|forening|foreining|forbund|förbund|stiftels|misjon|universitet|"
    r"høgskole|avtale|program|prosjekt|tiltak|arbeid|officer|manager|director|department|council|committee|"
    r"municipal|county|district|service|"
    # At the start of a word, or at its end: in the middle these stand in family names.
    r"^(?:barn|ungdom|krise|flyktning)|(?:lag|råd|vern|verk|etat|lege|team|styre|plan|kirke)(?:et|en|n|ets|ens)?$|"
    # Whole words only.
    r"^(?:kors|kirkens?|stats?|statens|norske?|norges?|noregs?|svenska?|sveriges?|nord|nordre|sør|søre|øst|østre|vest|"
    r"vestre|øvre|nedre|indre|ytre|store?|nye|gamle|sankt|st|red|cross|the|head|chief|office|police|school|health|"
    r"board|unit|child|children|family|leader|chair|nurse|doctor|midwife|teacher)$",
    re.IGNORECASE,
)
"""Words for positions, institutions and places, and parts of such; none of them is taken for a name."""

_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("contacts", ("role",)),
    ("arenas", ("chair", "members")),
    ("progress", ("reported_by",)),
    ("evaluation", ("by",)),
    ("waivers", ("decided_by",)),
)
"""Kinds of entry, and their keys that hold roles."""


def _known_words(subject: Subject) -> set[str]:
    """Words of the names of every agency, arena, participant and service: these are no persons."""
    plan = subject.plan
    names: list[Text | None] = [plan.plan.title]
    for agency in plan.agencies:
        names += [agency.name, agency.short_name, *(role.title for role in agency.roles)]
    names += [entry.name for kind in (plan.arenas, plan.participants, plan.services) for entry in kind]
    names += [agency.name for agency in subject.guide.agencies] if subject.guide else []
    texts = [one for name in names if name for one in _in_all_languages(name)]
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}


def _in_all_languages(text: Text) -> tuple[str, ...]:
    return tuple(one for _, one in text.values) if isinstance(text, Translated) else (text,)


def _name_in(text: str, known: set[str]) -> str | None:
    """The first run of two or more words in `text` that may be the name of a person.

    Only the end of a row of capitalised words counts: a person stands after a position (“Leder Kari Nordmann”),
    while an institution that is named after a person ends in what it is (“Kari Nordmanns Stiftelse”).
    """
    for sequence in _SEQUENCE.finditer(text):
        run: list[str] = []
        for word in _CAPITALISED.findall(sequence[0]):
            fits = word.casefold() not in known and not _POSITION.search(word)
            run = [*run, word] if fits else []
        if len(run) > 1:
            return " ".join(run)
    return None


def _roles(plan: Plan) -> Iterator[tuple[Entity, tuple[str | int, ...], Text]]:
    """Every text that should hold a role, with its place."""
    for key in ("document_owner", "process_owner"):
        if text := getattr(plan.plan, key):
            yield plan.plan, (key,), text
    for kind, keys in _ROLES:
        for entry in getattr(plan, kind):
            for key in keys:
                value = getattr(entry, key)
                if isinstance(value, tuple):
                    yield from ((entry, (key, number), one) for number, one in enumerate(value))
                elif value:
                    yield entry, (key,), value
    for measure in plan.measures:
        for key, several in (("responsible", measure.responsible), ("contributors", measure.contributors)):
            for number, one in enumerate(several):
                if one.role:
                    yield measure, (key, number, "role"), one.role
    if plan.process:
        for place, group in enumerate(plan.process.groups):
            for number, member in enumerate(group.members):
                yield plan.process, ("groups", place, "members", number), member


def find(subject: Subject) -> Iterator[Hit]:
    """Each role that looks like a person's name."""
    known = _known_words(subject)
    names: dict[str, str | None] = {}
    for entry, path, text in _roles(subject.plan):
        for one in _in_all_languages(text):
            name = names[one] if one in names else names.setdefault(one, _name_in(one, known))
            if name:
                yield Hit(at=entry, path=path, values={"name": name})
                break


RULE = Rule(
    code="PK701",
    name="personal-name",
    severity=Severity.WARNING,
    message=N_("“{name}” looks like the name of a person; this field is for a role."),
    hint=N_("Write the position and the service. If it is no person, accept the finding with a waiver."),
    check=find,
)
