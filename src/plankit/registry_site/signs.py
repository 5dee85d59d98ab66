"""The sign of each state: a shape that is told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping

from plankit.html.markup import Html
from plankit.views.in_force import State

SIGNS: Mapping[State, str] = {
    State.OWN: '<circle cx="16" cy="11" r="5"/>',
    State.SHARED: '<circle cx="11.5" cy="11" r="4"/><circle cx="20.5" cy="11" r="4"/>',
    State.UNDER_REVISION: '<path d="M16 6a5 5 0 0 1 0 10z"/><circle cx="16" cy="11" r="5" class="line"/>',
    State.EXPIRED: '<path d="M11.5 6.5l9 9m0-9l-9 9" class="line"/>',
    State.BEING_MADE: '<path d="M16 5.5l5.5 10h-11z" class="line"/>',
    State.UNCLEAR: '<path d="M13 8.5a3 3 0 1 1 4.4 2.6q-1.4.8-1.4 2.2" class="line"/><circle cx="16" cy="16" r="1.1"/>',
    State.NONE: '<path d="M12 11h8" class="line"/>',
}
"""The sign of each state, drawn in the upper part of a square of 32 by 32."""


def sign(state: State) -> Html:
    """The sign of a state as a small drawing of its own."""
    return Html(
        f'<svg class="sign s-{state}" viewBox="1 1 30 20" width="21" height="14" aria-hidden="true" focusable="false">'
        f'<rect x="1" y="1" width="30" height="20" rx="3"/>{SIGNS[state]}</svg>'
    )
