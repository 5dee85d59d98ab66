"""What stands in place of a figure that may not be shown, and the words that explain it."""

from __future__ import annotations

from plankit.html.markup import Html, esc
from plankit.html.page import Page


def colon(page: Page) -> Html:
    """What stands in place of a withheld figure."""
    return Html(f':<span class="pk-hidden"> ({esc(page.t("withheld to protect those counted"))})</span>')


def withheld_note(page: Page) -> Html:
    """What the colon means, in words under the figures."""
    note = page.t(
        "A colon means that a figure is withheld: it counts so few that somebody could be recognised, or would give such "
        "a figure away."
    )
    return Html(f'<p class="pk-note">{esc(note)}</p>\n')
