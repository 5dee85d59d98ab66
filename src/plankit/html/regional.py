"""The regional centres as HTML: who helps a municipality to make and keep its plan."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, join, outside
from plankit.html.page import Page
from plankit.views.help import dialled
from plankit.views.regional import CentreForPlan, regional_centres


def regional(page: Page) -> Html:
    """A sentence for each centre of the plan's counties, how to reach it, and how sure that is; else nothing.

    What else the guide tells of a centre stands on the guide's own pages; here only what of it is not certain.
    """
    return bullets((_centre(page, one) for one in regional_centres(page.reading)), "pk-plain pk-lines")


def _centre(page: Page, one: CentreForPlan) -> Html:
    centre, told = one.centre, []
    sentence = page.t("{centre} helps the municipalities in {counties}.").format(
        centre=page.reading.text(centre.name), counties=", ".join(county.name for county in one.counties)
    )
    if centre.checked_on:
        told.append(esc(f"{page.t('checked')} {centre.checked_on.text}"))
    if centre.confidence != "read":
        told.append(Html(f'<em class="pk-unsure">{esc(page.t("not confirmed"))}</em>'))
    reach = join(_reach(one), ", ")
    sure = Html(f" ({join(told, ', ')})") if told else NOTHING
    mark = page.anchor_id(centre.id) if centre.id else ""
    return Html(f"<span{mark}>{esc(sentence)}</span> {reach}{sure}{page.prose(centre.notes)}")


def _reach(one: CentreForPlan) -> list[Html]:
    site, email, phone = one.centre.site, one.centre.email, one.centre.phone
    ways = []
    if site:
        ways.append(outside(site if "://" in site else f"https://{site}", site))
    if email:
        ways.append(Html(f'<a href="mailto:{esc(email)}">{esc(email)}</a>'))
    if phone:
        ways.append(Html(f'<a class="pk-phone" href="tel:{dialled(phone)}">{esc(phone)}</a>'))
    return ways
