"""Plausible plans for Hypothesis: the generator of `plankit.generating`, with Hypothesis in place of chance.

`strategies.plans` makes arbitrary plans, which find what breaks a reader or a writer. These have goals that measures
lead to and agencies that answer for them, and find what breaks a view or a rule; they shrink to nearly nothing.
"""

from __future__ import annotations

from hypothesis import strategies as st

from plankit.generating.plans import plan_of
from plankit.generating.settings import Fate, Member, Setting
from plankit.generating.sizes import SMALL, Size
from plankit.model.guide import Guide
from plankit.model.plan import Plan


@st.composite
def plausible_plans(draw: st.DrawFn, size: Size = SMALL, guide: Guide | None = None) -> Plan:
    """Plans of that size, own and shared ones, of every fate."""
    members = draw(st.integers(1, 3))
    setting = Setting(
        members=tuple(Member(name=name) for name in ("Eksempelvik", "Prøvedal", "Utkastnes")[:members]),
        fate=draw(st.sampled_from(Fate)),
        guide=guide,
    )
    return plan_of(lambda below: draw(st.integers(0, below - 1)), size, setting)
