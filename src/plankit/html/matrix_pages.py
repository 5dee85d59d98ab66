"""Further views of the matrix as HTML: what it leaves open, how it weighs, and where municipalities differ."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, anchor, bullets, esc, join, table
from plankit.html.matrix_words import legend
from plankit.html.page import Page
from plankit.model.parties import Rasci
from plankit.views.gaps import SettledGap, matrix_gaps
from plankit.views.load import loads
from plankit.views.matrix import LETTERS, Cut
from plankit.views.matrix_differences import differing_rows


def task_link(page: Page, task: str, title: str) -> Html:
    """The task as a link to its row, where there is one on a page."""
    href = page.href(f"task:{task}")
    return anchor(href, title) if href else esc(title)


def gaps(page: Page, cut: Cut) -> Html:
    """What the matrix leaves open: tasks without anybody, without A or R, cells that law settles, idle agencies."""
    found, t = matrix_gaps(page.reading, cut), page.t
    sections = (
        (
            "settled",
            t("Settled by law, and not so in the plan"),
            _settled(page, found.settled),
        ),
        (
            "accountable",
            t("Nobody is accountable"),
            bullets((task_link(page, row.task, row.title) for row in found.without_accountable), "pk-plain"),
        ),
        (
            "responsible",
            t("Nobody does it"),
            bullets((task_link(page, row.task, row.title) for row in found.without_responsible), "pk-plain"),
        ),
        (
            "empty",
            t("Tasks of the guide that no agency has a part in"),
            bullets((page.line(task.title) for task in found.empty), "pk-plain"),
        ),
        (
            "idle",
            t("Agencies that have no part in any task"),
            bullets((page.link(party.id) for party in found.idle), "pk-plain"),
        ),
    )
    parts = [join([page.heading(2, f"gaps-{place}", title), body]) for place, title, body in sections if body]
    none = Html(f'<p class="pk-none">{esc(t("The matrix leaves nothing open."))}</p>\n')
    return join([legend(page), *parts]) if parts else none


def _settled(page: Page, found: tuple[SettledGap, ...]) -> Html:
    """A line for each task and what law settles there, with the agencies that the plan does not give it to."""
    together: dict[tuple[str, str, tuple[Rasci, ...], tuple[str, ...]], list[SettledGap]] = {}
    for gap in found:
        together.setdefault((gap.task, gap.title, gap.wanted, gap.laws), []).append(gap)
    items = []
    for (task, title, wanted, laws), gaps_there in together.items():
        agencies = join((_astray(page, one) for one in gaps_there), ", ")
        ground = f' <span class="pk-note">({page.law(*laws)})</span>' if laws else ""
        letters = f'<span class="pk-letter">{"".join(wanted)}</span>'
        items.append(Html(f"{letters} <strong>{task_link(page, task, title)}</strong>: {agencies}{ground}"))
    return bullets(items, "pk-plain")


def _astray(page: Page, gap: SettledGap) -> Html:
    stands = page.t("in the plan: {letters}").format(letters="".join(gap.stands)) if gap.stands else ""
    return Html(f"{page.link(gap.party.id, gap.party.name)}{f' ({esc(stands)})' if stands else ''}")


def load(page: Page, cut: Cut) -> Html:
    """How much rests on each agency: tasks by letter, and how many compared with the agency in the middle."""
    found, t = loads(page.reading, cut), page.t
    rows = [
        (
            page.link(one.party.id),
            *(esc(str(one.counts[letter] or "–")) for letter in LETTERS),
            esc(str(one.tasks)),
            _bar(page, one.relative, max(other.relative for other in found)),
        )
        for one in found
    ]
    heads = (
        t("Agency"),
        *LETTERS,
        t("Tasks"),
        t("Compared with the median"),
    )
    return join([legend(page), table(t("Load of each agency"), heads, rows, css="pk-load")])


def _bar(page: Page, share: float, most: float) -> Html:
    width = round(100 * share / most) if most else 0
    number = page.t("{number} times").format(number=f"{share:.1f}")
    # A picture of the number beside it; who listens has the number.
    return Html(
        f'<svg class="pk-bar" viewBox="0 0 100 10" width="100" height="10" aria-hidden="true" focusable="false">'
        f'<rect class="pk-bar-rest" width="100" height="10"/><rect class="pk-bar-share" width="{width}" height="10"/></svg>'
        f" {esc(number)}"
    )


def differences(page: Page) -> Html:
    """Tasks that the municipalities of the plan share out differently."""
    names = [one.id for one in page.reading.plan.participants]
    rows = []
    for row in differing_rows(page.reading):
        title = task_link(page, row.task, row.title)
        for party, of_each in row.cells:
            cells = (esc("".join(letters) or "–") for letters in of_each)
            rows.append((title, page.link(party.id), *cells))
    if not rows:
        none = page.t("All municipalities of the plan share out every task alike.")
        return Html(f'<p class="pk-none">{esc(none)}</p>\n') if len(names) > 1 else NOTHING
    heads = (page.t("Task"), page.t("Agency"), *(page.reading.title(name) for name in names))
    return join([legend(page), table(page.t("Where the municipalities differ"), heads, rows)])
