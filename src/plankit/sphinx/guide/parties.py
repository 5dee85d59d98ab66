"""The pages of agencies and tasks, and their overviews."""

from __future__ import annotations

from plankit.html.help import former_names
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.language import N_
from plankit.model.guide import GuideAgency, GuideDuty, GuideTask
from plankit.model.parties import Rasci
from plankit.model.vocabulary import built_in
from plankit.sphinx.guide.frame import doubt, provenance, remark, source_link, stacked
from plankit.sphinx.guide.view import GuideView
from plankit.views.groups import capitalised
from plankit.views.guide_reading import agencies_of, entry_title, tasks_of

LETTER_WORDS = {
    Rasci.RESPONSIBLE: N_("carries it out"),
    Rasci.ACCOUNTABLE: N_("is accountable"),
    Rasci.SUPPORTS: N_("supports"),
    Rasci.CONSULTED: N_("is consulted"),
    Rasci.INFORMED: N_("is informed"),
}
"""What each letter says of an agency, after its name."""


def agencies(page: GuideView) -> Html:
    """All agencies, level by level."""
    parts = []
    levels = [*built_in().get("agency-level", {}), *(one.level for one in page.guide.agencies)]
    for level in dict.fromkeys(levels):
        ones = [one for one in page.guide.agencies if one.level == level]
        if not ones:
            continue
        words = capitalised(page.label("agency-level", level))
        heads = (
            page.t("Agency"),
            page.t("Kind"),
            page.t("Takes orders from the municipality"),
            page.t("Tasks"),
        )
        parts.append(page.part(f"level-{level}", words))
        parts.append(stacked(words, heads, [_agency_row(page, one) for one in ones]))
    return join(parts)


def _agency_row(page: GuideView, one: GuideAgency) -> tuple[Html, ...]:
    count = len(tasks_of(page.guide, one.id))
    return (
        page.link(one.id),
        esc(page.label("agency-kind", one.kind)),
        esc(_orders(page, one)),
        esc(str(count)) if count else NOTHING,
    )


def _orders(page: GuideView, one: GuideAgency) -> str:
    if one.commandable is None:
        return ""
    return page.t("yes") if one.commandable else page.t("no, it must be asked")


def agency_lead(page: GuideView, agency: GuideAgency) -> Html:
    """What an agency is, in short."""
    text = page.prose(agency.text)
    return Html(f'{doubt(page, agency)}<div class="pk-lead">{text}</div>\n' if text else doubt(page, agency))


def agency_body(page: GuideView, agency: GuideAgency) -> Html:
    """Its duties, the law that binds it, its typical tasks, and what others may expect of it."""
    t, guide = page.t, page.guide
    parts = []
    if agency.duties:
        parts += [
            page.part("duties", t("Duties")),
            bullets((_duty(page, agency, one) for one in agency.duties), "pk-duties"),
        ]
    if agency.expect:
        parts.append(page.part("expect", t("What others may expect of it")))
        parts.append(bullets(page.line(one) for one in agency.expect))
    bound = tasks_of(guide, agency.id)
    if bound:
        parts.append(page.part("tasks", t("Typical tasks")))
        parts.append(bullets(join([page.link(task.id), roles(page, letters)]) for task, letters in bound))
    named = dict.fromkeys(law for duty in agency.duties for law in duty.laws)
    laws = dict.fromkeys((*named, *(one.id for one in guide.laws if agency.id in one.binds)))
    if laws:
        parts += [page.part("law", t("Law")), bullets(map(page.link, laws))]
    rows = [
        (t("Level"), esc(page.label("agency-level", agency.level))),
        (t("Kind"), esc(page.label("agency-kind", agency.kind))),
        (t("Also called"), page.line(agency.short_name) if agency.short_name else NOTHING),
        (t("Takes orders from the municipality"), esc(_orders(page, agency))),
        (t("Takes orders from"), page.links(agency.commanded_by)),
        (t("Age"), page.line(agency.age_limits)),
        (t("For"), page.line(agency.gender_limits)),
        (t("Formerly"), former_names(page, agency.former_names)),
    ]
    parts += [
        page.part("facts", t("About this agency")),
        facts(rows),
        remark(page, agency),
        provenance(page, agency),
    ]
    return join(parts)


def _duty(page: GuideView, agency: GuideAgency, duty: GuideDuty) -> Html:
    confidence = duty.confidence or agency.confidence
    sure = NOTHING if confidence in ("read", "inferred") else page.unsure()
    laws = f' <span class="pk-duty-law">{page.links(duty.laws)}</span>' if duty.laws else ""
    where = source_link(duty.address) if duty.address and duty.address != agency.address else NOTHING
    source = f' <span class="pk-source">{esc(page.t("Source:"))} {where}</span>' if where else ""
    return Html(f"{page.line(duty.text)}{sure}{laws}{source}")


def roles(page: GuideView, letters: str) -> Html:
    """What an agency is to a task by law, in words; nothing where law settles nothing."""
    words = [page.t(of_letter) for letter, of_letter in LETTER_WORDS.items() if letter in letters]
    if not words:
        return NOTHING
    return Html(f' <span class="pk-settled">{esc(page.t("by law:"))} {esc(", ".join(words))}</span>')


def tasks(page: GuideView) -> Html:
    """All tasks, phase by phase, with the agencies that law or custom binds to each."""
    parts = []
    known = [one.id for one in page.guide.task_phases]
    for name in dict.fromkeys((*known, *(one.phase for one in page.guide.tasks))):
        ones = [one for one in page.guide.tasks if one.phase == name]
        if not ones and name not in known:
            continue
        words = entry_title(page.reading, name).text
        place = page.place(name) or f"pk-{name}"
        head = join([esc(capitalised(words)), page.mark(name)])
        parts.append(page.heading(2, place, capitalised(words), head))
        term = next((one for one in page.guide.task_phases if one.id == name), None)
        parts.append(page.prose(term.text if term else None))
        heads = (page.t("Task"), page.t("Who"), page.t("Law"), page.t("What to know"))
        parts.append(stacked(words, heads, [_task_row(page, one) for one in ones], css="pk-tasks"))
        if term:
            parts.append(provenance(page, term))
    for matrix in page.guide.matrices:
        parts += [page.entry_heading(2, matrix.id), page.prose(matrix.text), provenance(page, matrix)]
    return join(parts)


def _task_row(page: GuideView, task: GuideTask) -> tuple[Html, ...]:
    return (
        page.link(task.id),
        _who(page, task),
        page.links(task.laws),
        bullets(map(esc, _marks(page, task)), "pk-plain"),
    )


def _who(page: GuideView, task: GuideTask) -> Html:
    return bullets(
        (join([page.link(name), roles(page, letters)]) for name, letters in agencies_of(task)), "pk-plain"
    )


def _marks(page: GuideView, task: GuideTask) -> list[str]:
    told = (
        (task.public_authority, N_("Only a public body can do it")),
        (task.personal_duty, N_("A duty of each employee, which nobody can take over")),
        (task.around_the_clock, N_("Day and night")),
    )
    return [page.t(words) for holds, words in told if holds]


def task_lead(page: GuideView, task: GuideTask) -> Html:
    """What a task is, and the duty behind it."""
    duty = page.line(task.duty)
    words = f'<p class="pk-duty"><strong>{esc(page.t("Duty"))}:</strong> {duty}</p>\n' if duty else ""
    text = f'<div class="pk-lead">{page.prose(task.text)}</div>\n' if task.text else ""
    return Html(f"{doubt(page, task)}{text}{words}")


def task_body(page: GuideView, task: GuideTask) -> Html:
    """Who does a task, the law that it rests on, and what to know of it."""
    t = page.t
    parts = []
    who = _who(page, task)
    if who:
        parts += [page.part("who", t("Who does it")), who]
    laws = dict.fromkeys((*task.laws, *(law for cell in task.settled for law in cell.laws)))
    if laws:
        parts += [page.part("law", t("Law")), bullets(map(page.link, laws))]
    rows = [
        (t("Phase"), page.link(task.phase)),
        (t("What to know"), bullets(map(esc, _marks(page, task)), "pk-plain")),
    ]
    parts += [
        page.part("facts", t("About this task")),
        facts(rows),
        remark(page, task),
        provenance(page, task),
    ]
    return join(parts)
