"""HTML that a strict policy lets through: no styles inside tags, no link that runs anything, no needless script."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

from plankit.sphinx.hosts import PAGE_POLICY

if TYPE_CHECKING:
    from docutils.nodes import Element

logger = logging.getLogger(__name__)

SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
"""What a link may begin with; any other, such as `javascript:`, is no link."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Browsers pass over these wherever they stand in front of or inside the scheme.
_PASSED_OVER = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_SIZE = re.compile(r"(width|height):\s*([0-9.]+)(px|%)")
# The policy forbids pictures that stand inside a style sheet; browsers ask for them even where they are not shown.
_INLINE_PICTURE = re.compile(r"""url\((["'])data:.*?\1\)""", re.DOTALL)
SPHINX_SCRIPTS = frozenset(
    {
        "documentation_options.js",
        "doctools.js",
        "sphinx_highlight.js",
        "translations.js",
        "scripts/furo.js",
    }
)
"""Scripts of Sphinx and Furo that no page needs. Two of them write into the browser's storage."""
KEPT = frozenset({"pygments.css", "language_data.js", "styles/furo.css", "styles/furo-extensions.css"})
"""What a site needs of the static files of Sphinx and Furo; the rest is not shipped."""
THEME = Path(__file__).parent / "theme" / "plankit"
OWN = frozenset(path.name for path in (THEME / "static").iterdir())


def is_safe_address(address: str) -> bool:
    """Whether a link may lead there: to a place in the site, or by one of the known schemes."""
    found = _SCHEME.match(_PASSED_OVER.sub("", address))
    return found is None or found[1].lower() in SCHEMES


class QuietTranslator(HTML5Translator):
    """Sphinx's own writer, with nothing in a tag that runs or that the policy forbids."""

    def starttag(
        self, node: Element, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """A tag without a style; sizes become attributes or classes, and links that run something are none."""
        style = str(attributes.pop("style", ""))
        for name, number, unit in _SIZE.findall(style):
            if unit == "px" and tagname.lower() == "img":
                attributes[name] = str(round(float(number)))
            elif unit == "%" and name == "width" and tagname.lower() != "col":
                attributes["classes"] = [*attributes.get("classes", ()), _width(float(number))]
        if "href" in attributes and not is_safe_address(str(attributes["href"])):
            logger.warning("a link to %r is left out", attributes["href"], location=node, type="plankit")
            del attributes["href"]
        if tagname.lower() == "img" and _SCHEME.match(str(attributes.get("src", ""))):
            logger.warning("a picture from elsewhere is left out", location=node, type="plankit")
            del attributes["src"]
        return super().starttag(node, tagname, suffix, empty, **attributes)


def _below_own(folders: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
    """The static files of the themes that plankit's builds on."""
    found = dropwhile(lambda folder: folder != THEME, map(Path, folders))
    return (folder / "static" for folder in found if folder != THEME)


def _width(percent: float) -> str:
    """The class of the nearest width that the theme has."""
    return f"pk-width-{min(max(round(percent / 10), 1), 10) * 10}"


class QuietBuilder(StandaloneHTMLBuilder):
    """Ships only what a page needs, and puts the policy into each page."""

    default_translator_class = QuietTranslator

    def add_js_file(self, filename: str, **kwargs: Any) -> None:
        """Note a script for every page, unless it is one that no page needs."""
        if filename not in SPHINX_SCRIPTS:
            super().add_js_file(filename, **kwargs)

    def copy_translation_js(self) -> None:
        """Nothing: the words of the search stand in the pages."""

    def copy_stemmer_js(self) -> None:
        """Nothing: the stemmer stands in `language_data.js`."""

    def copy_theme_static_files(self, context: dict[str, Any]) -> None:
        """Copy the theme's files and what they need of the themes that they build on."""
        super().copy_theme_static_files(context)
        static = Path(self._static_dir)
        for folder in _below_own(self.theme.get_theme_dirs() if self.theme else []):
            for path in sorted(folder.rglob("*"), reverse=True):
                name = path.relative_to(folder).as_posix().removesuffix(".jinja").removesuffix("_t")
                there = static / name
                if there.is_file() and name not in KEPT | OWN:
                    there.unlink()
                elif there.is_file() and there.suffix == ".css" and name not in OWN:
                    sheet = there.read_text(encoding="utf-8")
                    there.write_text(_INLINE_PICTURE.sub("none", sheet), encoding="utf-8", newline="")
                elif there.is_dir() and not any(there.iterdir()):
                    there.rmdir()

    def prepare_writing(self, docnames: Any) -> None:
        """Set up what every page knows."""
        super().prepare_writing(docnames)
        self.globalcontext["pk_policy"] = PAGE_POLICY
