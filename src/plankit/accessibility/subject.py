"""What a worksheet or statement is made of: a plan, the site built from it, and the day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plankit import __version__
from plankit.accessibility.data import Words
from plankit.accessibility.site_checks import SiteReport
from plankit.language import N_
from plankit.views.reading import Reading

LANGUAGES = {"NO": ("nb", "nn", "en"), "SE": ("sv", "en")}
"""Countries whose papers are known, and the languages that their texts exist in; the first where none fits."""

_MEDIA = re.compile(
    r"<(?:video|audio|iframe|object|embed)\b|\{(?:video|audio|youtube|vimeo|raw)\}", re.IGNORECASE
)
_MOTION = re.compile(
    r"!\[[^\]]*\]\([^)\s]*\.(?:gif|apng)\b|\{(?:image|figure)\}[ ]*\S*\.(?:gif|apng)\b", re.IGNORECASE
)
_FORMS = re.compile(r"<(?:form|input|textarea)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class About:
    """A plan, the site built from it where one was looked at, and the day that the paper is made as of."""

    reading: Reading
    country: str
    """Whose rules hold: `NO` or `SE`."""
    day: date
    site: SiteReport | None = None
    version: str = __version__

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.reading.language

    def t(self, english: str, **values: object) -> str:
        """A sentence of plankit's own in the language of the paper."""
        return self.reading.words(english).format(**values)

    def words(self, texts: Words) -> str:
        """A text of the papers in the language of the paper; empty where there is none."""
        return texts.get(self.language) or texts.get("nb" if self.language == "nn" else "en", "")

    @property
    def body(self) -> str:
        """Who answers for the site: the municipalities of the plan, else the name at the head of its site."""
        plan = self.reading.plan
        names = [self.reading.text(one.name) for one in plan.participants if one.left is None]
        return _listed(names) or (self.reading.text(plan.plan.site.name) if plan.plan.site else "")

    @property
    def service(self) -> str:
        """What the site is called."""
        frame = self.reading.plan.plan
        return (self.reading.text(frame.site.title) if frame.site else "") or self.reading.text(frame.title)

    @property
    def document(self) -> dict[str, object]:
        """What the papers for programs begin with."""
        return {
            "country": self.country,
            "language": self.language,
            "body": self.body,
            "service": self.service,
            "date": self.day.isoformat(),
            "version": self.version,
            "pages": self.site.pages if self.site else None,
        }

    @property
    def holds(self) -> frozenset[str]:
        """`media`, `motion` and `forms`, where a page of the plan or of its site has some."""
        text = "\n".join(page.text for page in self.reading.plan.pages)
        kinds = {"media": _MEDIA, "motion": _MOTION, "forms": _FORMS}
        found = {kind for kind, pattern in kinds.items() if pattern.search(text)}
        found |= {"motion"} if "media" in found else set()
        return frozenset(found | (self.site.holds if self.site else set()))

    @property
    def checked(self) -> str:
        """What this run looked at, in a sentence."""
        if self.site is None:
            return self.t(N_("No built site was looked at."))
        return self.t(
            N_(
                "On {date} a program looked at the files of {pages} pages of this site and found {faults} faults."
            ),
            date=self.day.isoformat(),
            pages=self.site.pages,
            faults=len(self.site.faults),
        )


def paper_country(reading: Reading, asked: str | None) -> str | None:
    """`NO` or `SE`: as asked, else the plan's or its guide's country; `None` where that is another one or unknown."""
    of_guide = reading.guide.guide.country if reading.guide else None
    country = asked or reading.plan.plan.country or of_guide
    country = (
        country.upper() if country else {"sv": "SE", "nb": "NO", "nn": "NO"}.get(reading.plan.plan.language)
    )
    return country if country in LANGUAGES else None


def paper_language(country: str, wanted: Iterable[str | None]) -> str:
    """The first of the wanted languages that the country's paper exists in, else its own first."""
    known = LANGUAGES[country]
    return next((one for one in wanted if one in known), known[0])


def _listed(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))
