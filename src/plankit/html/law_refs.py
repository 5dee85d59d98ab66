"""References to law as HTML: links to who publishes the law, and a note in words where it does not hold."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from plankit.html.markup import Html, esc, join, outside
from plankit.language import N_
from plankit.model.guide_law import Act, Law
from plankit.views.lapses import Lapse, day_of, provision_name
from plankit.views.law_links import Cut, cuts
from plankit.views.provisions import in_force
from plankit.views.reading import Reading

_TELLS = re.compile(r"[^\W\d_]{2}")
_ENDED = N_("not in force since {day}")
_COMING = N_("not in force before {day}")
_NOW = N_("now {names}")


def law_day(reading: Reading, today: date) -> date:
    """The day that the law of a plan's site is judged on: today, or the nearest day of its period."""
    period = reading.plan.plan.period
    return day_of(today, (period.start_day, period.end_day) if period else (None, None))


def with_law(reading: Reading, text: str, today: date) -> Html:
    """A text in which each reference to law that the guide knows is a link, or has a note that it does not hold."""
    if reading.guide is None:
        return esc(text)
    return join(cut_html(reading, one) for one in cuts(reading.guide, text, law_day(reading, today)))


def law_state(reading: Reading, today: date) -> str:
    """A checksum over the guide's acts and provisions, and over which of them are in force."""
    guide, day = reading.guide, law_day(reading, today)
    entries: tuple[Act | Law, ...] = (*guide.acts, *guide.laws) if guide else ()
    told = repr([(entry, in_force(entry, day)) for entry in entries])
    return hashlib.sha256(told.encode()).hexdigest()


def cut_html(reading: Reading, cut: Cut) -> Html:
    """One stretch of a text as HTML."""
    if cut.lapse is not None:
        return Html(f'{esc(cut.text)} <em class="pk-lapsed">({esc(lapse_words(reading, cut.lapse))})</em>')
    link = outside(cut.address, cut.text) if cut.address else esc(cut.text)
    if cut.citation is None or reading.guide is None or not cut.address or _TELLS.search(cut.text):
        return link
    # “§§ 5 og 6” are two links; to somebody who hears them one by one, “6” would say nothing.
    name = provision_name(reading.guide, cut.citation.law or cut.citation.acts[0], reading.text)
    label = f"{cut.text}: {name}"
    return Html(link.replace("<a ", f'<a aria-label="{esc(label)}" ', 1))


def lapse_words(reading: Reading, lapse: Lapse) -> str:
    """Why a provision does not hold, and what holds now."""
    told = _COMING if lapse.is_coming else _ENDED
    words = reading.words(told).format(day=lapse.day)
    names = [provision_name(reading.guide, name, reading.text) for name in lapse.successors if reading.guide]
    if not names:
        return words
    return f"{words}; {reading.words(_NOW).format(names=', '.join(dict.fromkeys(names)))}"
