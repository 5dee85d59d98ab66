"""The part `slides` of a kit: a deck that opens in a browser from a folder, without a network and without storage."""

from __future__ import annotations

import io
import shutil
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx_revealjs.builders import RevealjsHTMLBuilder
from sphinx_revealjs.writers import RevealjsSlideTranslator

import plankit
from plankit.language import N_
from plankit.outputs import OutputFailed
from plankit.sphinx.hosts import PAGE_POLICY
from plankit.sphinx.quiet_html import QuietTranslator
from plankit.sphinx.slide_nodes import deck_nodes, notes_nodes
from plankit.teaching.deck import deck
from plankit.teaching.kit import Kit
from plankit.teaching.slide import Deck

FOLDER = "slides"
THEME = Path(__file__).parent / "theme" / "slides"
_REVEAL = ("dist/reveal.js", "dist/reveal.css", "LICENSE")
"""What a deck needs of reveal.js: no theme, no type, no plugin."""
_WORDS = {
    "controls": N_("Turn slides"),
    "before": N_("Slide before"),
    "after": N_("Next slide"),
    "notes": N_("Notes for whoever leads"),
    "how": N_("Arrow keys turn the slides. S opens the notes in a window of their own."),
    "follow": N_("Opened with S from the slides, this page follows them, and the arrow keys turn them."),
}


def write_slides(kit: Kit, folder: Path) -> None:
    """Write the deck as `slides/index.html` with its notes and files. The same kit gives the same bytes."""
    made = deck(kit)
    out = folder / FOLDER
    with tempfile.TemporaryDirectory(prefix="plankit-") as name:
        _build(made, Path(name))
        (out / "static").mkdir(parents=True, exist_ok=True)
        for page in ("index.html", "notes.html"):
            text = (Path(name) / "out" / page).read_text(encoding="utf-8")
            (out / page).write_text(text, encoding="utf-8", newline="\n")
    for path in sorted((THEME / "static").iterdir()):
        shutil.copyfile(path, out / "static" / path.name)
    reveal = resources.files("sphinx_revealjs").joinpath("_static/revealjs")
    for file in _REVEAL:
        place = "reveal-licence.txt" if file == "LICENSE" else Path(file).name
        (out / "static" / place).write_bytes(reveal.joinpath(file).read_bytes())


class _DeckSphinx(Sphinx):
    """Sphinx with the deck already made."""

    def __init__(self, made: Deck, **settings: Any) -> None:
        self.plankit_deck = made
        super().__init__(**settings)


class _Translator(QuietTranslator, RevealjsSlideTranslator):  # type: ignore[misc] # it says no types
    """Writes slides, with nothing in a tag that the policy forbids."""

    _nest_step: int

    def depart_section(self, node: nodes.section) -> None:
        """End a section; the last one ends what is still open around it, which its own class leaves open."""
        super().depart_section(node)
        if self.section_level == 0:
            self.body.append("</section>\n" * self._nest_step)
            self._nest_step = 0


class _DeckBuilder(RevealjsHTMLBuilder):  # type: ignore[misc] # it says no types
    """Writes the pages and nothing else: no index, no inventory, none of the files of reveal.js."""

    name = "plankit-slides"
    default_translator_class = _Translator

    def init_css_files(self) -> None:
        """Nothing: the template names the sheets."""

    def init_js_files(self) -> None:
        """Nothing: the template names the scripts."""

    def finish(self) -> None:
        """Nothing: the pages are whole."""


def _build(made: Deck, work: Path) -> None:
    """Write the pages into `work/out`."""
    source = work / "source"
    source.mkdir()
    for name in ("index", "notes"):
        (source / f"{name}.rst").write_bytes(b"")
    # Sphinx keeps its words from one build to the next and would mix the languages of both.
    translators.pop(("general", "sphinx"), None)
    warnings = io.StringIO()
    try:
        with patch_docutils(), docutils_namespace():
            app = _DeckSphinx(
                made,
                srcdir=source,
                confdir=None,
                outdir=work / "out",
                doctreedir=work / "doctrees",
                buildername=_DeckBuilder.name,
                confoverrides=_settings(made),
                status=None,
                warning=warnings,
            )
            app.build()
    except SphinxError as error:
        raise OutputFailed(str(error)) from error
    told = warnings.getvalue().strip()
    if told:
        raise OutputFailed(told)


def _settings(made: Deck) -> dict[str, Any]:
    return {
        "project": made.running,
        "author": "",
        "language": made.language,
        "extensions": ["sphinx_revealjs", "plankit.sphinx.slides"],
        "revealjs_html_theme": "plankit-slides",
        "revealjs_use_section_ids": True,
        "smartquotes": False,
        "suppress_warnings": ["toc.not_included"],
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder of decks. The deck itself comes with the application."""
    app.add_html_theme("plankit-slides", str(THEME))
    app.add_builder(_DeckBuilder)
    app.connect("doctree-read", _fill)
    app.connect("html-page-context", _context)
    return {"version": plankit.__version__, "parallel_read_safe": False, "parallel_write_safe": False}


def _deck_of(app: Sphinx) -> Deck:
    made = getattr(app, "plankit_deck", None)
    assert isinstance(made, Deck)
    return made


def _fill(app: Sphinx, doctree: nodes.document) -> None:
    """Put the slides, or their notes, into the empty document."""
    made = _deck_of(app)
    doctree += notes_nodes(made) if app.env.docname == "notes" else deck_nodes(made)


def _context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> str:
    """Give the template its words; the name of the template."""
    made = _deck_of(app)
    context["pk_policy"] = PAGE_POLICY
    context["pk_running"] = made.running
    context["pk_words"] = {name: made.t(words) for name, words in _WORDS.items()}
    return "notes.html" if pagename == "notes" else "page.html"
