"""What a plan rests on as HTML: law, training, follow-up, definitions and sources."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.figures import indicators
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside, table
from plankit.html.measures import cost
from plankit.html.origins import origins
from plankit.html.page import Page
from plankit.model.base import Item
from plankit.model.knowledge import Duty, TrainingItem
from plankit.views.law import cited_law


def extras(page: Page, entry: object) -> list[tuple[str, Html]]:
    """What every entry may have besides its own: scope, remark and sources."""
    return [
        (page.t("Holds for"), page.links(getattr(entry, "applies_to", ()))),
        (page.t("From the plan"), origins(page, entry if isinstance(entry, Item) else None)),
        (page.t("Remark"), page.line(getattr(entry, "notes", None))),
        (page.t("Sources"), page.links(getattr(entry, "sources", ()))),
    ]


def plain_address(address: str | None) -> Html:
    """An address that is no web address, as words; a web address already stands as a link."""
    return esc(address) if address and not address.startswith(("https://", "http://")) else NOTHING


def _mark(page: Page, item_id: str | None) -> str:
    return page.anchor_id(item_id) if item_id else ""


def duty_items(page: Page, duties: Sequence[Duty]) -> Html:
    """Duties in law: who, what, when it sets in, and on which day it was read."""
    items = []
    for one in duties:
        t = page.t
        law = " ".join(part for part in (one.law, one.section) if part)
        title = page.reading.text(one.title) or page.reading.label("duty-kind", one.kind)
        rows = [
            (t("Provision"), outside(one.address, law) if one.address and law else page.law(law)),
            (t("Address"), plain_address(one.address)),
            (t("Kind"), esc(page.reading.label("duty-kind", one.kind)) if one.title else NOTHING),
            (t("Who"), page.line(one.who)),
            (t("Agencies"), page.links(one.agencies)),
            (t("When it sets in"), page.line(one.threshold)),
            (t("Read on"), esc(one.valid_on.text if one.valid_on else "")),
            *extras(page, one),
        ]
        items.append(
            Html(
                f'<article class="pk-card"{_mark(page, one.id)}>\n<p class="pk-tile-title">{esc(title)}</p>\n'
                f"{page.prose(one.text)}{facts(rows)}</article>\n"
            )
        )
    return join(items)


def law(page: Page) -> Html:
    """The duties that the plan tells of, and every provision that it cites with the places that cite it."""
    parts = []
    if page.reading.plan.duties:
        parts += [
            page.heading(2, "duties", page.t("Duties and rights")),
            duty_items(page, page.reading.plan.duties),
        ]
    cited = [(page.law(one.text), page.links(one.by)) for one in cited_law(page.reading.plan)]
    if cited:
        heads = (page.t("Provision"), page.t("Cited in"))
        parts.append(page.heading(2, "cited", page.t("Provisions that the plan rests on")))
        parts.append(table(page.t("Provisions that the plan rests on"), heads, cited))
    return join(parts)


def training_table(page: Page, ones: Sequence[TrainingItem]) -> Html:
    """Training: for whom, what, how often, by whom."""
    t, label = page.t, page.reading.label
    rows = []
    for one in ones:
        audience = join([*(page.line(text) for text in one.audience), *map(page.link, one.agencies)], ", ")
        form = ", ".join(filter(None, (label("training-level", one.level), label("training-form", one.form))))
        must = f" ({esc(t('mandatory'))})" if one.mandatory else ""
        more = facts(
            [
                (t("Capacity"), page.line(one.capacity)),
                (t("Measure"), page.link(one.measure) if one.measure else NOTHING),
                *extras(page, one),
            ]
        )
        content = page.prose(one.content)
        rows.append(
            (
                Html(f"<span{_mark(page, one.id)}>{page.line(one.title)}</span>{must}"),
                audience,
                join([esc(form), content, more]),
                esc(one.frequency.text if one.frequency else ""),
                page.line(one.provider),
            )
        )
    return table(t("Training"), (t("Training"), t("For whom"), t("Content"), t("How often"), t("By")), rows)


def training(page: Page) -> Html:
    """All training in the plan."""
    return training_table(page, page.reading.plan.training)


def _evaluation(page: Page) -> Html:
    t, cards = page.t, []
    for one in page.reading.plan.evaluation:
        kind = page.reading.label("evaluation-kind", one.kind)
        by = [page.line(one.by)] if one.by else []
        by += [page.link(one.agency)] if one.agency else []
        rows = [
            (t("Kind"), esc(kind) if one.title else NOTHING),
            (t("When"), esc(one.when.text if one.when else "")),
            (t("By"), join(by, ", ")),
            (t("To"), page.line(one.to)),
            (t("How"), page.line(one.method)),
            (t("Tied to"), page.line(one.tied_to)),
            (t("Measure"), page.link(one.as_measure) if one.as_measure else NOTHING),
            (t("Questions"), bullets(page.line(text) for text in one.questions)),
            *extras(page, one),
        ]
        title = page.reading.text(one.title) or kind or t("Evaluation")
        cards.append(
            Html(
                f'<article class="pk-card"{_mark(page, one.id)}>\n<p class="pk-tile-title">{esc(title)}</p>\n'
                f"{page.prose(one.text)}{facts(rows)}</article>\n"
            )
        )
    return join(cards)


def _risks(page: Page) -> Html:
    t = page.t
    rows = []
    for one in page.reading.plan.risks:
        weights = ", ".join(filter(None, (one.likelihood, one.consequence)))
        told = facts([(t("About"), page.links(one.about)), (t("Weight"), esc(weights)), *extras(page, one)])
        kind = esc(page.reading.label("risk-kind", one.kind))
        title = Html(f"<span{_mark(page, one.id)}>{page.line(one.title)}</span>")
        rows.append((title, kind, join([page.prose(one.text), told]), page.line(one.mitigation)))
    return table(t("Risks and preconditions"), (t("What"), t("Kind"), t("Why"), t("What is done")), rows)


def _funding(page: Page) -> Html:
    t = page.t
    rows = [
        (
            Html(f"<span{_mark(page, one.id)}>{page.line(one.title)}</span>"),
            cost(page, one.cost),
            page.line(one.funder),
            esc(one.period.text if one.period else ""),
            join([page.prose(one.text), facts(extras(page, one))]),
        )
        for one in page.reading.plan.funding
    ]
    return table(t("Money"), (t("What"), t("Amount"), t("Funder"), t("Period"), t("More")), rows)


def follow_up(page: Page) -> Html:
    """How the plan is followed up: evaluation, indicators, risks and money."""
    t = page.t
    sections = (
        ("evaluation", t("Evaluation and reports"), _evaluation(page)),
        ("indicators", t("Indicators"), indicators(page)),
        ("risks", t("Risks and preconditions"), _risks(page)),
        ("funding", t("Money"), _funding(page)),
    )
    return join(
        part for place, title, body in sections if body for part in (page.heading(2, place, title), body)
    )


def definitions(page: Page) -> Html:
    """The words that the plan explains, and the topics that it takes up or leaves out."""
    t, plan = page.t, page.reading.plan
    words = [
        (
            Html(f"<span{_mark(page, one.id)}>{page.line(one.term)}</span>"),
            join(
                [
                    page.prose(one.text),
                    facts(
                        [
                            (t("Kind"), esc(one.kind or "")),
                            (t("Code"), esc(one.code or "")),
                            *extras(page, one),
                        ]
                    ),
                ]
            ),
        )
        for one in plan.definitions
    ]
    topics = []
    for one in plan.topics:
        out = f" ({esc(t('left out'))})" if one.excluded else ""
        title = Html(f"<span{_mark(page, one.id)}>{page.line(one.title)}</span>{out}")
        told = [(t("Kind"), esc(one.kind or "")), (t("Code"), esc(one.code or "")), *extras(page, one)]
        topics.append((title, join([page.prose(one.text), facts(told)])))
    parts = []
    if words:
        parts += [page.heading(2, "words", t("Words")), table(t("Words"), (t("Word"), t("Meaning")), words)]
    if topics:
        parts += [
            page.heading(2, "topics", t("Topics")),
            table(t("Topics"), (t("Topic"), t("What the plan says")), topics),
        ]
    return join(parts)


def references(page: Page) -> Html:
    """Where the plan's facts were read, and its annexes."""
    t, plan = page.t, page.reading.plan
    items = []
    for one in plan.references:
        title = page.reading.text(one.title) or one.address or one.id
        dates = [one.date.text] if one.date else []
        dates += [f"{t('read')} {one.read_on.text}"] if one.read_on else []
        told = ", ".join(filter(None, (page.reading.text(one.author), one.kind, *dates)))
        link = outside(one.address, title) if one.address else esc(title)
        more = join((part for part in (plain_address(one.address), page.line(one.notes)) if part), ". ")
        note = f". {more}" if more else ""
        items.append(
            Html(f"<span{_mark(page, one.id)}>{link}</span>{f', {esc(told)}' if told else ''}{note}")
        )
    parts = [page.heading(2, "sources", t("Sources")), bullets(items)] if items else []
    annexes = []
    for annex in plan.annexes:
        number = f"{annex.number} " if annex.number else ""
        where = annex.address or (page.path_to(annex.page.removesuffix(".md")) if annex.page else "")
        title = f"{number}{page.reading.text(annex.title)}"
        link = (
            Html(f'<a class="reference internal" href="{esc(where)}">{esc(title)}</a>')
            if annex.page
            else (outside(where, title) if where else esc(title))
        )
        told = facts([(t("Address"), plain_address(annex.address)), *extras(page, annex)])
        annexes.append(Html(f"<span{_mark(page, annex.id)}>{link}</span>{page.prose(annex.text)}{told}"))
    if annexes:
        parts += [page.heading(2, "annexes", t("Annexes")), bullets(annexes)]
    return join(parts)
