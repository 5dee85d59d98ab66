"""Law in a guide: acts, provisions with their dates and successors, and duties."""

from __future__ import annotations

from plankit.model.base import Flag, Id, Ids, Text, Words
from plankit.model.guide_fact import GuideFact
from plankit.model.when import When


class Act(GuideFact):
    """An act, regulation or convention."""

    name: Text
    short_name: Text
    """What texts call it: `krisesenterlova`."""
    also: Words = ()
    """Other words and forms that texts call it by."""
    citation: str | None = None
    """`LOV-2009-06-19-44`, `SFS 2025:400`, `CETS 210`."""
    official: str | None = None
    """Its address with the body that publishes it: Lovdata, SFS, ELI."""
    valid_from: When | None = None
    valid_to: When | None = None
    """Last day in force."""
    replaced_by: Ids = ()
    """Acts that took its place."""


class Law(GuideFact):
    """A provision of an act."""

    act: Id
    section: str | None = None
    """As texts write it after the act: `§ 3-3 a`, `13 kap. 1 §`, `art. 7`; none means the whole act."""
    title: Text | None = None
    obliges: Text | None = None
    """What it obliges whom to do, in other words than its own."""
    binds: Ids = ()
    """Agencies that it binds."""
    valid_from: When | None = None
    valid_to: When | None = None
    """Last day in force."""
    replaced_by: Ids = ()
    """Provisions that took its place."""
    official: str | None = None
    """Its address with the body that publishes it."""


class LegalDuty(GuideFact):
    """A duty that texts call by a name, and the provisions that it rests on, so that duties are not mixed up."""

    kind: str
    """A code of the list `duty-kind`."""
    name: Text
    also: Words = ()
    text: Text | None = None
    laws: Ids = ()
    personal: Flag | None = None
    """Whether it rests on each person, so that no leader can take it over."""
    everyone: Flag | None = None
    """Whether it rests on everybody, not only on those who work in certain services."""
    own_initiative: Flag | None = None
    """Whether one acts without being asked."""
    at_once: Flag | None = None
    """Whether it must be done at once."""
    overrides_confidentiality: Flag | None = None
    """Whether it goes before the duty of confidentiality."""
    without_exception: Flag | None = None
    """Whether it holds in every case."""
    yields_to: Ids = ()
    """Duties that go before it."""
    leaves_choice: Flag | None = None
    """Whether one may choose: then it is a right."""
    needs_consent: Flag | None = None
    """Whether it always takes the consent of the person it is about."""
    needs_suspicion: Flag | None = None
    """Whether one must have a suspicion before it applies."""
    covers_past: Flag | None = None
    """Whether it covers what is over."""
    children_only: Flag | None = None
    """Whether it is only about children."""
    other_ways: Flag | None = None
    """Whether it can be met in other ways than by telling its receiver."""
    receiver: Id | None = None
    """The agency that is told."""
