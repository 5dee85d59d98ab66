"""What every entry of a guide is shown with: its force, where it was read, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from plankit.html.help import phone
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside, wrapped
from plankit.html.safety import exit_note, safety_page
from plankit.model.guide import Requirement
from plankit.model.guide_fact import GuideFact
from plankit.sphinx.guide.view import GuideView
from plankit.views.guide_addresses import rule_page
from plankit.views.guide_reading import is_unconfirmed
from plankit.views.help import help_box

FORCES = ("law", "must", "should", "advice")


def force_badge(page: GuideView, force: str | None) -> Html:
    """How strongly something is asked for, as a word in a frame of its own: law is filled, advice is dashed."""
    if not force:
        return NOTHING
    css = f"pk-force pk-force-{force}" if force in FORCES else "pk-force"
    return Html(f'<span class="{css}">{esc(page.label("force", force))}</span>')


def source_link(address: str | None) -> Html:
    """A link to where something was read, named for the body that publishes there."""
    if not address:
        return NOTHING
    return outside(address, urlsplit(address).netloc.removeprefix("www.") or address)


def provenance(page: GuideView, entry: GuideFact) -> Html:
    """Where an entry was read, when that was checked, and how sure it is."""
    t = page.t
    parts = []
    if entry.address:
        parts.append(Html(f"{esc(t('Source:'))} {source_link(entry.address)}"))
    else:
        parts.append(esc(t("no source named")))
    if entry.checked_on:
        parts.append(esc(f"{t('checked')} {entry.checked_on.text}"))
    if is_unconfirmed(entry):
        parts.append(page.unsure())
    else:
        parts.append(esc(page.label("confidence", entry.confidence)))
    return Html(f'<p class="pk-source">{join(parts, " · ")}</p>\n')


def doubt(page: GuideView, entry: GuideFact) -> Html:
    """A sentence at the top of an entry's own page that it is not confirmed; nothing where it is."""
    if not is_unconfirmed(entry):
        return NOTHING
    words = esc(page.t("Nobody has confirmed this against a source."))
    return Html(f'<p class="pk-doubt">{page.unsure()} {words}</p>\n')


def remark(page: GuideView, entry: GuideFact) -> Html:
    """What the guide notes beside an entry."""
    if not entry.notes:
        return NOTHING
    return Html(
        f'<p class="pk-remark"><strong>{esc(page.t("Remark"))}:</strong> {page.line(entry.notes)}</p>\n'
    )


def rule_links(page: GuideView, codes: Iterable[str]) -> Html:
    """Links to the pages of rules; a rule that plankit does not have is its code alone."""
    links = []
    for code in codes:
        document = page.own_site.documents.get(rule_page(code))
        if document is None:
            links.append(Html(f"<code>{esc(code)}</code>"))
        else:
            href = esc(page.path_to(document.name))
            links.append(Html(f'<a class="reference internal" href="{href}">{esc(document.title)}</a>'))
    return join(links, ", ")


def decided_by(page: GuideView, requirement: Requirement) -> Html:
    """Who decides whether a requirement is met, with the rules that do."""
    who = esc(page.label("decided-by", requirement.decided_by))
    rules = rule_links(page, requirement.rules)
    return join([who, rules], ": ") if rules else who


def requirement_card(page: GuideView, requirement: Requirement, *, level: int = 3) -> Html:
    """A requirement in full, at its anchor."""
    t = page.t
    when = t("Asked only of plans that several municipalities share.")
    rows = [
        (t("Who decides"), decided_by(page, requirement)),
        (t("Question to ask"), page.line(requirement.question)),
        (t("Law"), page.links(requirement.laws)),
        (t("Section of the template"), page.link(requirement.section) if requirement.section else NOTHING),
        (t("Holds for"), esc(when) if requirement.applies_when == "shared" else NOTHING),
    ]
    badge = join([Html(" "), force_badge(page, requirement.force)])
    css = f"pk-requirement-{requirement.force}" if requirement.force in FORCES else ""
    return Html(
        f'<article class="pk-card pk-requirement {css}">\n{page.entry_heading(level, requirement.id, badge)}'
        f"{page.prose(requirement.text)}{facts(rows)}{remark(page, requirement)}{provenance(page, requirement)}</article>\n"
    )


def stacked(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Html]], *, css: str = "") -> Html:
    """A table that becomes a list of cards on narrow screens: each cell then says which column it is of."""
    head = "".join(f'<th scope="col">{esc(one)}</th>\n' for one in heads)
    body = []
    for first, *rest in rows:
        cells = "".join(
            f'<td><span class="pk-column">{esc(name)}</span>\n<div>{cell}</div></td>\n'
            if cell
            else '<td class="pk-empty"></td>\n'
            for name, cell in zip(heads[1:], rest, strict=True)
        )
        body.append(f'<tr><th scope="row">{first}</th>\n{cells}</tr>\n')
    if not body:
        return NOTHING
    return wrapped(
        f'<table class="docutils pk-table pk-stack {css}">\n<caption><span class="pk-hidden">{esc(caption)}</span></caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(body)}</tbody>\n</table>\n",
        caption,
    )


def help_box_of(page: GuideView) -> Html:
    """The few numbers that stand on every page, and the way to all of them."""
    items, note = help_numbers(page), exit_note(page, safety_address(page))
    if not items and not note:
        return NOTHING
    words = esc(page.t("Do you need help now?"))
    has_help = "help" in page.own_site.documents
    more = (
        f'<p><a class="reference internal" href="{esc(page.path_to("help"))}">{esc(page.t("More help"))}</a></p>\n'
        if has_help
        else ""
    )
    return Html(
        f'<aside class="pk-help" aria-label="{words}">\n<p class="pk-help-title">{words}</p>\n{items}{more}{note}</aside>\n'
    )


def help_numbers(page: GuideView) -> Html:
    """The numbers of the help box as a list; nothing where the guide has none for it."""
    return bullets(
        Html(f"{phone(line.number or '')} {page.line(line.name)}{page.mark(line.id)}")
        for line in help_box(page.reading)
    )


def safety_address(page: GuideView) -> str | None:
    """The address of the page on safety; `None` where the guide has no exit link, and so no such page."""
    return page.path_to("safety") if "safety" in page.own_site.documents else None


def safety(page: GuideView) -> Html:
    """What the exit link does and does not do."""
    return safety_page(page, help_numbers(page))
