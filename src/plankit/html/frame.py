"""The frame of a plan as HTML: the front page, and where the plan comes from."""

from __future__ import annotations

from plankit.html.chain import plan_chain
from plankit.html.hearing import hearings
from plankit.html.in_force import counts_as
from plankit.html.knowledge import extras, plain_address
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, outside, table
from plankit.html.measures import areas, words
from plankit.html.municipality import cases, own_frame, shared_with, standing_band, supplement
from plankit.html.origins import merged_plans
from plankit.html.page import Page
from plankit.html.regional import regional
from plankit.html.stages import stage_facts, stage_line
from plankit.language import N_, N_count
from plankit.model.contents import Section
from plankit.model.frame import Change, Edition, Group, Participation, PlanPart
from plankit.model.merged import of_this_plan


def _adopted(page: Page) -> Html:
    code = page.reading.vocabulary.code
    adopted = [
        one
        for one in page.reading.plan.own_decisions
        if one.kind and code("decision-kind", one.kind) == "adopted"
    ]
    # A decision that names a version adopts the plan; one that does not may adopt anything.
    found = [one for one in adopted if one.version] or adopted
    lines = []
    for one in found:
        whose = (one.participant,) if one.participant else one.applies_to
        where = f" ({page.links(whose)})" if whose else ""
        date = f", {esc(one.date.text)}" if one.date else ""
        case = f", {cases(one.case_refs)}" if one.case_refs else ""
        lines.append(Html(f"{page.line(one.body)}{where}{date}{case}"))
    return bullets(lines, "pk-plain") if len(lines) > 1 else join(lines)


def _partners(page: Page) -> Html:
    shared = page.reading.plan.plan.shared
    return join((page.line(one.name) for one in shared.partners), ", ") if shared else NOTHING


def front(page: Page) -> Html:
    """The head of the front page: notice, period, who adopted it, then the ways into the plan."""
    plan, t = page.reading.plan, page.t
    frame = plan.plan
    versions = of_this_plan(plan.versions)
    stage = frame.stage or (versions[-1].stage if versions else None)
    label = versions[-1].label if versions else None
    rows = [
        (t("Municipality"), page.line(plan.participants[0].name) if len(plan.participants) == 1 else NOTHING),
        (
            t("Municipalities"),
            page.links(one.id for one in plan.participants) if len(plan.participants) > 1 else NOTHING,
        ),
        (t(N_("Shared with")), _partners(page)),
        (t("Period"), esc(frame.period.text if frame.period else "")),
        (t("State"), esc(page.reading.label("stage", stage))),
        (t("Version"), esc(label or "")),
        (t("Adopted by"), _adopted(page)),
        (t("In force from"), esc(frame.in_force_from.text if frame.in_force_from else "")),
        (t(N_("Counts as")), counts_as(page)),
    ]
    notice = f'<p class="pk-notice">{page.line(frame.notice)}</p>\n' if frame.notice else ""
    subtitle = f'<p class="pk-subtitle">{page.line(frame.subtitle)}</p>\n' if frame.subtitle else ""
    counts = (
        (len(plan.areas), *N_count("{count} area", "{count} areas"), "areas"),
        (len(plan.goals), *N_count("{count} goal", "{count} goals"), "goals"),
        (len(plan.measures), *N_count("{count} measure", "{count} measures"), "measures"),
        (len(page.reading.named_parties), *N_count("{count} agency", "{count} agencies"), "agencies"),
        (len(plan.procedures), *N_count("{count} procedure", "{count} procedures"), "procedures"),
    )
    ways = bullets(
        (
            page.link(f"chapter:{name}", page.count(one, many, number))
            for number, one, many, name in counts
            if number
        ),
        "pk-ways",
    )
    return Html(
        f'{subtitle}{notice}{standing_band(page)}{facts(rows)}{stage_line(page)}<nav class="pk-front-ways" aria-label="{esc(t("Into the plan"))}">{ways}</nav>\n'
    )


def front_areas(page: Page) -> Html:
    """The areas of the plan on the front page."""
    body = areas(page)
    first = [page.heading(2, "areas", page.t("Areas, goals and measures")), body] if body else []
    return join([*first, shared_with(page)])


def _participant(page: Page, one: Participation) -> tuple[Html, ...]:
    t = page.t
    told = [
        (t("Status"), esc(page.reading.label("participation-status", one.status))),
        (t("Joined"), esc(one.joined.text if one.joined else "")),
        (t("Left"), esc(one.left.text if one.left else "")),
        (t("Existed until"), esc(one.valid_to.text if one.valid_to else "")),
        (t("Succeeded by"), page.line(one.succeeded_by)),
        (t("Plan before"), page.line(one.previous_plan)),
        (t("Own supplement"), supplement(page, one)),
        *own_frame(page, one),
        *extras(page, one),
    ]
    if one.had_plan_before is not None:
        told.append((t("Had a plan before"), esc(t("yes") if one.had_plan_before else t("no"))))
    name = Html(f"<span{page.anchor_id(one.id)}>{page.line(one.name)}</span>")
    role = page.line(one.role_text) or esc(page.reading.label("participation-role", one.role))
    return name, esc(one.number or ""), role, facts(told)


def _participants(page: Page) -> Html:
    t = page.t
    rows = [_participant(page, one) for one in page.reading.plan.participants]
    return table(t("Who takes part"), (t("Name"), t("Number"), t("Role"), t("More")), rows)


def _decisions(page: Page) -> Html:
    t, rows = page.t, []
    for one in page.reading.plan.decisions:
        told = [
            (t("Version"), page.link(one.version) if one.version else NOTHING),
            (t("For"), page.link(one.participant) if one.participant else NOTHING),
            (t("Unanimous"), esc(t("yes")) if one.unanimous else NOTHING),
            (t("Dissent"), page.line(one.dissent)),
            (t("Binding remarks"), bullets(page.line(text) for text in one.remarks)),
            (t("Led to"), page.links(one.resulting_measures)),
            (t("About"), page.links(one.about)),
            *extras(page, one),
        ]
        mark = page.anchor_id(one.id) if one.id else ""
        rows.append(
            (
                Html(f"<span{mark}>{esc(one.date.text if one.date else t('no date stated'))}</span>"),
                page.line(one.body),
                esc(page.reading.label("decision-kind", one.kind)),
                cases(one.case_refs),
                join([page.prose(one.text), facts(told)]),
            )
        )
    return table(t("Decisions"), (t("Date"), t("Body"), t("What"), t("Case"), t("More")), rows)


def _change(page: Page, change: Change) -> Html:
    about = page.links((*change.about, *([change.decision] if change.decision else [])))
    return join((part for part in (page.line(change.text), about, page.line(change.notes)) if part), " ")


def _versions(page: Page) -> Html:
    t, rows = page.t, []
    for one in page.reading.plan.versions:
        changes = [_change(page, change) for change in one.changes]
        dates = [one.date.text] if one.date else []
        dates += [f"{t('revised')} {one.revised.text}"] if one.revised else []
        name = Html(f"<span{page.anchor_id(one.id)}>{esc(one.label or one.id)}</span>")
        told = join(
            [
                bullets(changes),
                facts([(t("Period"), esc(one.period.text if one.period else "")), *extras(page, one)]),
            ]
        )
        rows.append((name, esc(page.reading.label("stage", one.stage)), esc(", ".join(dates)), told))
    return table(t("Versions"), (t("Version"), t("State"), t("Date"), t("What changed")), rows)


def _group(page: Page, one: Group) -> Html:
    kind = esc(page.reading.label("group-kind", one.kind))
    members = join((page.line(text) for text in one.members), ", ")
    told = facts([(page.t("Kind"), kind), *extras(page, one)])
    return Html(f"<strong>{page.line(one.name)}</strong>: {members}{page.prose(one.task)}{told}")


def _process(page: Page) -> Html:
    process, t = page.reading.plan.process, page.t
    if process is None:
        return NOTHING
    groups = [_group(page, one) for one in process.groups]
    events = [
        Html(
            f"<strong>{esc(one.when.text if one.when else '')}</strong> {page.line(one.what)}"
            + "".join(
                f" ({part})" for part in map(page.line, (one.body, one.delegated_to, one.notes)) if part
            )
        )
        for one in process.timeline
    ]
    rows = [
        (t("Begun by"), page.line(process.initiator)),
        (t("Ordered by"), page.line(process.client)),
        (t("Mandate"), page.line(process.mandate)),
        (t("Groups"), bullets(groups, "pk-plain")),
        (t("Course"), bullets(events, "pk-plain")),
        (t("Help from outside"), join((page.line(one) for one in process.external_help), "; ")),
        (t("Paid by"), join((page.line(one) for one in process.funding), "; ")),
        (t("Remark"), page.line(process.notes)),
    ]
    return facts(rows)


def _links(page: Page) -> Html:
    t, items = page.t, []
    for one in page.reading.plan.links:
        title = page.reading.text(one.title)
        link = outside(one.address, title) if one.address else esc(title)
        relation = esc(page.reading.label("link-relation", one.relation))
        told = facts(
            [
                (t("Owner"), page.line(one.owner)),
                (t("Period"), esc(one.period.text if one.period else "")),
                (t("Address"), plain_address(one.address)),
                *extras(page, one),
            ]
        )
        mark = page.anchor_id(one.id) if one.id else ""
        items.append(Html(f"<span{mark}>{link}</span> ({relation}){page.prose(one.text)}{told}"))
    for before in page.reading.plan.succession:
        way = esc(page.reading.label("succession-direction", before.direction))
        kind = esc(page.reading.label("succession-kind", before.kind))
        rows = [
            (t("Period"), esc(before.period.text if before.period else "")),
            (t("For"), page.links(before.participants)),
            (t("Scope"), page.line(before.scope)),
            *extras(page, before),
        ]
        more = f" ({kind})" if kind else ""
        mark = page.anchor_id(before.id) if before.id else ""
        items.append(
            Html(
                f"<span{mark}>{way}: {page.line(before.title)}</span>{more}{page.prose(before.text)}{facts(rows)}"
            )
        )
    return bullets(items)


def _edition(page: Page, one: Edition) -> Html:
    parts = (
        esc(page.reading.label("edition-kind", one.kind)),
        page.line(one.title),
        esc(", ".join(page.reading.label("audience", word) for word in one.audience)),
        outside(one.address, one.address) if one.address else NOTHING,
        page.line(one.notes),
    )
    return join((part for part in parts if part), ", ")


def _part(page: Page, one: PlanPart) -> Html:
    t = page.t
    rows = [
        (t("Kind"), esc(page.reading.label("part-kind", one.kind))),
        (t("Period"), esc(one.period.text if one.period else "")),
        (t("State"), esc(page.reading.label("stage", one.status))),
        (t("Owner"), page.line(one.owner)),
        (t("Renewed"), esc(one.renewal.text if one.renewal else "")),
        (t("Holds"), page.links(one.contents)),
        *extras(page, one),
    ]
    number = f"{esc(one.number)} " if one.number else ""
    mark = page.anchor_id(one.id) if one.id else ""
    return Html(f"<span{mark}>{number}{page.line(one.title)}</span>{page.prose(one.text)}{facts(rows)}")


def _about(page: Page) -> Html:
    frame, t, plan = page.reading.plan.plan, page.t, page.reading.plan
    editions = [_edition(page, one) for one in frame.editions]
    parts = [_part(page, one) for one in plan.parts]
    rows = [
        (t("Kind of document"), esc(page.reading.label("document-type", frame.document_type))),
        (t("Theme"), page.line(frame.theme)),
        (t("Owner of the document"), page.line(frame.document_owner)),
        (t("Owner of the process"), page.line(frame.process_owner)),
        (t("Approved by"), page.line(frame.approved_by)),
        (t("Dated"), esc(frame.document_date.text if frame.document_date else "")),
        (t("Evaluated"), esc(frame.evaluation_date.text if frame.evaluation_date else "")),
        (t("Cases"), cases(frame.case_refs)),
        (t("Written for"), words(page, "audience", frame.audience)),
        (t("Target groups"), words(page, "target-group", frame.target_groups)),
        (t("Topics"), words(page, "topic", frame.topics)),
        (t("Binds"), join((page.line(one) for one in frame.scope_organisation), "; ")),
        (t("Principles"), bullets(page.line(one) for one in frame.principles)),
        (t("Holds"), join((page.line(one) for one in frame.contents), "; ")),
        (t("Former titles"), join((page.line(one) for one in frame.title_history), "; ")),
        (t("Editions"), bullets(editions, "pk-plain")),
        (t("Parts"), bullets(parts, "pk-plain")),
        (t("Published at"), outside(frame.address, frame.address) if frame.address else NOTHING),
        (t("Remark"), page.line(frame.notes)),
        (t("Sources"), page.links(frame.sources)),
    ]
    return facts(rows)


def history(page: Page) -> Html:
    """Where the plan comes from: who takes part, decisions, versions, hearings, the work on it, other plans."""
    t = page.t
    sections = (
        ("stage", t("Where the plan stands"), stage_facts(page)),
        ("versions", t("Versions"), _versions(page)),
        ("decisions", t("Decisions"), _decisions(page)),
        ("participants", t("Who takes part"), _participants(page)),
        ("hearings", t("Hearing"), hearings(page)),
        ("process", t("How the plan came about"), _process(page)),
        ("chain", t("Plans before and after"), plan_chain(page)),
        ("merged", t("Plans that this one was made from"), merged_plans(page)),
        ("links", t("Other plans"), _links(page)),
        ("about", t("About the document"), _about(page)),
        ("regional", t("Who helps the municipality with the plan"), regional(page)),
    )
    return join(
        part for place, title, body in sections if body for part in (page.heading(2, place, title), body)
    )


def _section(page: Page, section: Section) -> Html:
    heading = page.reading.text(section.heading)
    words = f"{section.number} {heading}" if section.number else heading
    mark = page.anchor_id(section.id) if section.id else ""
    document = f"chapter:{section.page.removesuffix('.md')}" if section.page else ""
    title = page.link(document, words) if document else esc(words)
    kind = esc(page.reading.label("section-kind", section.kind))
    note = join((part for part in (kind, page.line(section.notes)) if part), ", ")
    children = bullets((_section(page, child) for child in section.children), "pk-plain")
    return Html(f"<span{mark}>{title}</span>{f' ({note})' if note else ''}{children}")


def contents(page: Page) -> Html:
    """The plan's own sections with its own numbering, also those whose text is not here."""
    return bullets((_section(page, section) for section in page.reading.plan.sections), "pk-plain")
