"""The municipalities of a shared plan as HTML: where each stands, what its own plan says, who else has the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.frame import CaseRef, Decision, Participation, Partner
from plankit.views.participation import Membership, Standing, gone, is_lapsed, memberships

_WORDS = {
    Standing.ADOPTED: N_("has adopted the plan"),
    Standing.NOT_ADOPTED: N_("has not adopted the plan"),
    Standing.UNKNOWN: N_("not known whether it has adopted the plan"),
    Standing.NEAR: N_("adopts nothing itself"),
    Standing.LEFT: N_("has left the plan"),
    Standing.MERGED: N_("is part of another municipality now"),
}


def cases(refs: Sequence[CaseRef]) -> Html:
    """Case numbers with their systems."""
    return esc(", ".join(" ".join(filter(None, (one.system, one.kind, one.number))) for one in refs))


def decided(page: Page, decisions: Iterable[Decision]) -> Html:
    """Who decided, when, under which case number."""
    lines = []
    for one in decisions:
        case = f", {cases(one.case_refs)}" if one.case_refs else ""
        lines.append(Html(f"{page.line(one.body)}{f', {esc(one.date.text)}' if one.date else ''}{case}"))
    return bullets(lines, "pk-plain") if len(lines) > 1 else join(lines)


def members(page: Page) -> tuple[Membership, ...]:
    """Where each municipality of the plan stands on the day of the site."""
    return memberships(page.reading.plan, page.reading.vocabulary, page.site.today)


def is_among_others(page: Page) -> bool:
    """Whether the plan is shared, be it the joint one or one municipality's own."""
    plan = page.reading.plan
    return len(plan.participants) > 1 or plan.plan.shared is not None


def standing_words(page: Page, one: Membership) -> str:
    """Where a municipality stands, with the day and what it became."""
    since = one.since.text if one.since else ""
    if one.standing is Standing.MERGED:
        return _merged(page, since, page.reading.text(one.into)) or page.t(_WORDS[one.standing])
    if one.standing is Standing.LEFT and since:
        return page.t(N_("left the plan on {when}")).format(when=since)
    return page.t(_WORDS[one.standing])


def _merged(page: Page, since: str, into: str) -> str:
    if since and into:
        return page.t(N_("existed until {when} and is part of {other} now")).format(when=since, other=into)
    if since:
        return page.t(N_("existed until {when}")).format(when=since)
    return page.t(N_("is part of {other} now")).format(other=into) if into else ""


def is_out_of_date(page: Page, applies_to: Iterable[str]) -> bool:
    """Whether it holds only for municipalities that are gone: a number of theirs may reach nobody, or somebody else.

    On the own site of one that is gone the front page says so; what is there for all may still be there.
    """
    plan = page.reading.plan
    away = gone(plan, page.reading.vocabulary, page.site.today)
    return 0 < len(away) < len(plan.participants) and is_lapsed(applies_to, plan, away)


def out_of_date(page: Page, applies_to: Sequence[str]) -> str:
    """What a reader must know before using it: whose it was, and what became of them. Empty where it still holds."""
    if not is_out_of_date(page, applies_to):
        return ""
    names = [
        page.t(N_("{name} {what}.")).format(
            name=page.reading.text(one.participant.name), what=standing_words(page, one)
        )
        for one in members(page)
        if one.is_gone and (not applies_to or one.participant.id in applies_to)
    ]
    return " ".join([*names, page.t(N_("Do not use what stands here."))])


def standing_band(page: Page) -> Html:
    """What a reader of the front page must know first: that the plan is not adopted here, or holds no longer."""
    lines = list(_band(page))
    return join(Html(f'<p class="pk-notice">{esc(line)}</p>\n') for line in lines)


def _band(page: Page) -> Iterator[str]:
    found = members(page)
    for one in found:
        if one.is_gone:
            name = page.reading.text(one.participant.name)
            yield page.t(N_("{name} {what}.")).format(name=name, what=standing_words(page, one))
    waiting = [
        page.reading.text(one.participant.name) for one in found if one.standing is Standing.NOT_ADOPTED
    ]
    if waiting and is_among_others(page):
        yield page.t(N_("Not adopted yet by {names}.")).format(names=", ".join(waiting))


def _address(address: str | None) -> Html:
    return outside(address, address) if address else NOTHING


def own_frame(page: Page, one: Participation) -> list[tuple[str, Html]]:
    """What a municipality's own plan says of itself, where it differs from the joint one."""
    t = page.t
    return [
        (t(N_("Its own plan is called")), page.line(one.plan_title)),
        (t("In force from"), esc(one.in_force_from.text if one.in_force_from else "")),
        (t("Evaluated"), esc(one.evaluation_date.text if one.evaluation_date else "")),
        (t("Owner of the document"), page.line(one.document_owner)),
        (t("Owner of the process"), page.line(one.process_owner)),
        (t("Cases"), cases(one.case_refs)),
        (t("Published at"), _address(one.address)),
    ]


def shared_with(page: Page) -> Html:
    """On one municipality's own site: those that have the same plan, and where the joint plan is."""
    shared, t = page.reading.plan.plan.shared, page.t
    if shared is None:
        return NOTHING
    heads = (t("Name"), t("Number"), t("Role"), t(N_("Where it stands")))
    rows = [
        (page.line(one.name), esc(one.number or ""), _role(page, one), _partner(page, one))
        for one in shared.partners
    ]
    joint = facts(
        [
            (t(N_("The joint plan")), page.line(shared.title)),
            (t("Published at"), _address(shared.address)),
            (t("Remark"), page.line(shared.notes)),
        ]
    )
    title = t(N_("Who we share the plan with"))
    return join([page.heading(2, "shared", title), joint, _filled_table(title, heads, rows)])


def _role(page: Page, one: Partner | Participation) -> Html:
    return page.line(one.role_text) or esc(page.reading.label("participation-role", one.role))


def _partner(page: Page, one: Partner) -> Html:
    t = page.t
    return facts(
        [
            (t("Status"), esc(page.reading.label("participation-status", one.status))),
            (t(N_("Adopted")), esc(one.adopted.text if one.adopted else "")),
            (t("Left"), esc(one.left.text if one.left else "")),
            (t("Existed until"), esc(one.valid_to.text if one.valid_to else "")),
            (t("Succeeded by"), page.line(one.succeeded_by)),
            (t(N_("Its own plan")), _address(one.address)),
            (t("Remark"), page.line(one.notes)),
        ]
    )


def municipalities(page: Page) -> Html:
    """A row for each municipality: where it stands, who adopted the plan when, from when it holds, what was before."""
    t = page.t
    rows = [
        (
            _named(page, one.participant),
            esc(standing_words(page, one)),
            decided(page, one.adoptions),
            esc(_first_day(page, one.participant)),
            _before(page, one.participant),
            supplement(page, one.participant),
        )
        for one in members(page)
    ]
    heads = (
        t("Municipality"),
        t(N_("Where it stands")),
        t("Adopted by"),
        t("In force from"),
        t("Plan before"),
        t("Own supplement"),
    )
    return _filled_table(t(N_("The municipalities of the plan")), heads, rows)


def _named(page: Page, one: Participation) -> Html:
    role = _role(page, one)
    name = page.link(one.id, page.reading.text(one.name))
    return Html(f'{name} <span class="pk-note">({role})</span>') if role else name


def supplement(page: Page, one: Participation) -> Html:
    """What a municipality adds of its own to the plan, or why that is not told."""
    why = one.absence("local_supplement")
    if why is Absence.UNKNOWN:
        return esc(page.t("not known"))
    return esc(page.t(N_("none"))) if why is Absence.NOT_APPLICABLE else page.line(one.local_supplement)


def _filled_table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Html]]) -> Html:
    """A table without the columns in which nothing stands."""
    kept = [place for place in range(len(heads)) if place == 0 or any(row[place] for row in rows)]
    return table(caption, [heads[place] for place in kept], [[row[place] for place in kept] for row in rows])


def _first_day(page: Page, one: Participation) -> str:
    said = one.in_force_from or page.reading.plan.plan.in_force_from
    return said.text if said else ""


def _before(page: Page, one: Participation) -> Html:
    if one.previous_plan:
        return page.line(one.previous_plan)
    if one.had_plan_before is None:
        return NOTHING
    return esc(page.t("yes") if one.had_plan_before else page.t(N_("no, this is its first")))
