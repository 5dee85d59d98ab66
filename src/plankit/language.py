"""The languages that plankit writes in, and the words it writes.

English stands in the code; Bokmål, Nynorsk and Swedish are gettext catalogues beside it. What Nynorsk
lacks is taken from Bokmål, and what that lacks from English.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol, runtime_checkable

LANGUAGES = ("en", "nb", "nn", "sv")
FALLBACK: Mapping[str, tuple[str, ...]] = {"en": (), "nb": (), "nn": ("nb",), "sv": ()}
ENVIRONMENT = "PLANKIT_LANGUAGE"
CATALOGUES = Path(__file__).parent / "locale"


@runtime_checkable
class Sayable(Protocol):
    """A value of a message that is words itself, put together when the language is known."""

    def in_words(self, language: str) -> str:
        """The value in `language`."""


def N_(text: str) -> str:
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return text


def N_count(one: str, many: str) -> tuple[str, str]:
    """Mark a counted text for translation where it is declared, for `translate_count`."""
    return one, many


@lru_cache(maxsize=None)
def catalogue(language: str) -> gettext.NullTranslations:
    """The words of `language` with its fallbacks; English for a language that is not known."""
    chain = (language, *FALLBACK.get(language, ()))
    found = [
        gettext.translation("plankit", CATALOGUES, [tag], fallback=True) for tag in chain if tag in LANGUAGES
    ] or [gettext.NullTranslations()]
    for lower in found[1:]:
        found[0].add_fallback(lower)
    return found[0]


def translate(text: str, language: str) -> str:
    """`text` in `language`."""
    return catalogue(language).gettext(text) if text else text


def translate_count(one: str, many: str, count: int, language: str) -> str:
    """`one` or `many` in `language`, as `count` asks for, with `{count}` filled in."""
    return catalogue(language).ngettext(one, many, count).format(count=count)


def chosen_language(asked: str | None = None) -> str:
    """The language to write findings in: the one asked for, else `PLANKIT_LANGUAGE`, else English."""
    wanted = (asked or os.environ.get(ENVIRONMENT) or "en").replace("_", "-").split("-")[0].lower()
    wanted = {"no": "nb"}.get(wanted, wanted)
    return wanted if wanted in LANGUAGES else "en"


def reading_order(language: str) -> tuple[str, ...]:
    """The languages to look for a text of a plan or guide in, best first."""
    return tuple(dict.fromkeys((language, *FALLBACK.get(language, ()), "en")))
