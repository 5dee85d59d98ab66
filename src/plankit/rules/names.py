"""What tells the name of a person from that of a position, a place or an institution. It stays a guess."""

from __future__ import annotations

import re

from plankit.model.base import Text, Translated
from plankit.rules.base import Subject

_CAPITALISED = re.compile(r"[A-ZÆØÅÄÖÁÉŠŽČĐŊŦ][a-zæøåäöáéèüšžčđŋŧ]+(?:-[A-ZÆØÅÄÖÁ][a-zæøåäöáéü]+)*")
_SEQUENCE = re.compile(rf"{_CAPITALISED.pattern}(?:[ ]+(?:[A-ZÆØÅÄÖ]\.[ ]*)?{_CAPITALISED.pattern})+")
POSITION = re.compile(
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


def known_words(subject: Subject, *, roles: bool = True) -> set[str]:
    """Words of the names of every agency, arena, participant and service, and of their roles: these are no persons."""
    plan = subject.plan
    names: list[Text | None] = [plan.plan.title]
    for agency in plan.agencies:
        names += [agency.name, agency.short_name]
        names += [role.title for role in agency.roles if roles]
    names += [entry.name for kind in (plan.arenas, plan.participants, plan.services) for entry in kind]
    names += [agency.name for agency in subject.guide.agencies] if subject.guide else []
    texts = [one for name in names if name for one in in_all_languages(name)]
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}


def in_all_languages(text: Text) -> tuple[str, ...]:
    """A text in every language that it is written in."""
    return tuple(one for _, one in text.values) if isinstance(text, Translated) else (text,)


def name_in(text: str, known: set[str]) -> str | None:
    """The first run of two or more words in `text` that may be the name of a person.

    Only the end of a row of capitalised words counts: a person stands after a position (“Leder Kari Nordmann”),
    while an institution that is named after a person ends in what it is (“Kari Nordmanns Stiftelse”).
    """
    for sequence in _SEQUENCE.finditer(text):
        run: list[str] = []
        for word in _CAPITALISED.findall(sequence[0]):
            fits = word.casefold() not in known and not POSITION.search(word)
            run = [*run, word] if fits else []
        if len(run) > 1:
            return " ".join(run)
    return None
