"""What a browser shows and remembers of a page: names that tell nothing of the plan's theme, and the way out.

The guide names parts of words that tell what it is about. Where it names none, everything keeps its name.
The address of an entry depends on its id and on those words alone, so it is the same in every language and build.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from plankit.language import N_
from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.places.names import find
from plankit.views.reading import Reading

OFF = "off"
"""What a plan writes as `exit` to have no exit link."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe"})
_CODE_LENGTH = 5
_MOST_NAMES = 3


def folded(text: str) -> str:
    """A text as addresses write it: small letters without marks, `å` and `ä` as `a`, `ø` and `ö` as `o`."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


@dataclass(frozen=True)
class Discretion:
    """The parts of words that tell the theme, and names that do without them."""

    stems: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        stems = sorted({folded(stem) for stem in self.stems if stem.strip()})
        return re.compile("|".join(map(re.escape, stems))) if stems else None

    def reveals(self, text: str) -> bool:
        """Whether a text tells the theme. Words are joined in Norwegian and Swedish: the part may stand anywhere."""
        return self._pattern is not None and self._pattern.search(folded(text)) is not None

    def anchor(self, name: str) -> str:
        """The anchor for `name`: itself, or a code if it tells the theme."""
        return f"e{_code(name)}" if self.reveals(name) else name

    @lru_cache(maxsize=4096)
    def page(self, name: str) -> str:
        """The address for a page without its ending. Each folder and the page itself is kept, or becomes a code."""
        parts = name.split("/")
        return "/".join(
            f"{(parts[number - 1] if number else 'page')[:1]}{_code(part)}" if self.reveals(part) else part
            for number, part in enumerate(parts)
        )

    def file(self, name: str) -> str:
        """The name for a picture or a download, with its ending."""
        start, ending = posixpath.splitext(name)
        return f"{self.page(start)}{ending}"


def _code(name: str) -> str:
    digest = hashlib.sha256(name.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:_CODE_LENGTH]


def discretion(guide: Guide | None) -> Discretion:
    """What the guide asks to be kept out of names."""
    return _of_stems(guide.guide.revealing if guide else ())


@lru_cache(maxsize=8)
def _of_stems(stems: tuple[str, ...]) -> Discretion:
    return Discretion(stems)


def is_safe_exit(address: str) -> bool:
    """Whether an exit may lead there: encrypted, to a named host, and without anything that tells who came."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    # A backslash is a slash to browsers; nothing of all this has a place in an address that only leads away.
    bare = address.isprintable() and not any(char in address for char in "?#@\\ ")
    return parts.scheme == "https" and bool(host) and bare


def exit_address(plan: Plan, guide: Guide | None) -> str | None:
    """Where the exit link leads: what the plan says, else the guide. `None` means that there is no such link.

    An address that is not safe counts as none; `off` in the plan leaves the link out.
    """
    own = (plan.plan.site.exit if plan.plan.site else None) or ""
    if own.strip().casefold() == OFF:
        return None
    of_guide = (guide.guide.exit if guide else None) or ""
    return next((one for one in (own.strip(), of_guide.strip()) if one and is_safe_exit(one)), None)


def site_title(reading: Reading) -> str:
    """What the browser calls the site: what the plan says, else kind of document, period and municipality.

    The plan's own title is taken only where none of these is known and it does not tell the theme.
    """
    frame, quiet = reading.plan.plan, discretion(reading.guide)
    stated = reading.text(frame.site.title) if frame.site else ""
    if stated or not quiet.stems:
        return stated or reading.text(frame.title)
    kind = reading.label("document-type", frame.document_type)
    kind = kind[:1].upper() + kind[1:] if kind and not quiet.reveals(kind) else reading.words(N_("Plan"))
    period = frame.period.text if frame.period else ""
    name = _municipality(reading, quiet)
    if not period and not name:
        own = reading.text(frame.title)
        return kind if quiet.reveals(own) else own
    return " – ".join(part for part in (f"{kind} {period}".strip(), name) if part)


def _municipality(reading: Reading, quiet: Discretion) -> str:
    frame, plan = reading.plan.plan, reading.plan
    stated = reading.text(frame.site.name) if frame.site else ""
    names = [stated] if stated else [reading.text(one.name) for one in plan.participants]
    # A municipality's own name tells nothing, though Volda holds the word for violence.
    told = [name for name in names if name and (not quiet.reveals(name) or find(name))]
    return ", ".join(told) if len(told) <= _MOST_NAMES else ""
