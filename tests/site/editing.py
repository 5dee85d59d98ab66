"""A small plan folder that exercises all that one page can depend on, and the edits that are made to it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

WORDS = ("alfa", "beta", "tiltakene", "barnevernet", "å øve", "<b>&", "skolen *mye*", "A & B")
IDS = ("a", "b", "c", "d")
OLD = 1_000_000_000
"""A moment long before every build: 2001."""

Edit = tuple[str, int, int]
"""The name of an edit and two numbers that choose what it is made to."""


@dataclass
class Folder:
    """What a plan folder shall hold, and what was done to it from outside."""

    place: Path
    out: Path
    frame: dict[str, Any] = field(default_factory=dict)
    kinds: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)

    def entry(self, kind: str, number: int) -> dict[str, Any]:
        """One entry of a kind; an empty one, which is in no file, where there is none."""
        entries = self.kinds[kind]
        return entries[number % len(entries)] if entries else {}

    def page(self, number: int) -> str:
        """The name of one page; a new one where there is none."""
        names = sorted(self.pages)
        return names[number % len(names)] if names else "new.md"

    def files(self) -> dict[str, str]:
        """The text of every file."""
        texts = {
            "plan.yaml": json.dumps({"plan": self.frame, "participants": [{"id": "k", "name": "Kommunen"}]})
        }
        for kind, entries in self.kinds.items():
            texts[f"{kind}.yaml"] = json.dumps({kind: entries}, ensure_ascii=False) if entries else ""
        for name, text in self.pages.items():
            head = self.heads.get(name)
            texts[name] = f"---\n{head}\n---\n{text}" if head else text
        return texts | self.images

    def save(self) -> None:
        """Make the folder hold these files and no other; a file whose text is the same is not touched."""
        wanted = self.files()
        for path in [path for path in self.place.rglob("*") if path.is_file()]:
            name = path.relative_to(self.place).as_posix()
            if name not in wanted and not name.startswith("."):
                path.unlink()
        for name, text in wanted.items():
            path = self.place / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")


def small_folder(place: Path, out: Path) -> Folder:
    """A plan with a few entries of most kinds and pages that point at each other."""
    folder = Folder(place=place, out=out)
    folder.frame = {"id": "p", "title": "Plan", "language": "nb", "period": "2027-2030"}
    areas = [{"id": f"area-{one}", "name": f"Område {one}"} for one in IDS[:3]]
    goals = [{"id": f"goal-{one}", "text": f"Mål {one}", "areas": ["area-a"]} for one in IDS[:2]]
    measures = [
        {
            "id": f"m{n}",
            "title": f"Tiltak {n}",
            "areas": [f"area-{IDS[n % 3]}"],
            "goals": ["goal-a"],
            "responsible": "s",
        }
        for n in range(5)
    ]
    steps = [
        {"id": "first", "what": "Ring", "next": [{"step": "last"}]},
        {"id": "last", "what": "Skriv", "end": "true"},
    ]
    folder.kinds = {
        "areas": areas,
        "goals": goals,
        "measures": measures,
        "agencies": [{"id": "s", "name": "Skolen"}, {"id": "p0", "name": "Politiet"}],
        "procedures": [{"id": "proc", "title": "Bekymring", "owner": "s", "steps": steps}],
        "statistics": [{"id": "tall", "topic": "Saker", "value": "12"}],
        "contacts": [{"party": "Skolen", "channel": "phone", "value": "00 00 00 00", "agency": "s"}],
        "sections": [
            {"number": "1", "heading": "Innledning", "page": "intro.md"},
            {"number": "2", "heading": "Mer", "children": [{"heading": "Nest", "page": "b/nest.md"}]},
            {"heading": "Bare tekst", "text": "Noen ord."},
        ],
        "vocabulary": [],
        "waivers": [],
        "responsibilities": [],
        "references": [{"id": "kilde", "title": "Kilden"}],
    }
    folder.pages = {
        "intro.md": "# Intro\n\nTekst {plan:measure}`m1`, [lenke](b/nest.md), {plan:area}`area-a` og[^1].\n\n[^1]: Note.\n",
        "b/nest.md": "# Nest\n\n(lab)=\n## Del to\n\nSe {doc}`/intro`, {ref}`lab` og [her](../intro.md#del).\n",
        "toc.md": "# Innhold\n\n```{toctree}\nintro\nb/nest\n```\n",
        "words.md": "# Ord\n\n```{glossary}\nord\n  Forklart.\n```\n\n{term}`ord`, {plan:step}`proc.first`\n",
    }
    return folder


def _text(kind: str, key: str, stem: str) -> Callable[[Folder, int, int], None]:
    def edit(folder: Folder, which: int, what: int) -> None:
        folder.entry(kind, which)[key] = f"{stem} {WORDS[what % len(WORDS)]}"

    return edit


def _swap(kind: str) -> Callable[[Folder, int, int], None]:
    def edit(folder: Folder, which: int, what: int) -> None:
        entries = folder.kinds[kind]
        if entries:
            entries.insert(what % len(entries), entries.pop(which % len(entries)))

    return edit


def _remove(kind: str) -> Callable[[Folder, int, int], None]:
    def edit(folder: Folder, which: int, what: int) -> None:
        entries = folder.kinds[kind]
        if entries:
            entries.pop(which % len(entries))

    return edit


def _add(kind: str, **made: str) -> Callable[[Folder, int, int], None]:
    def edit(folder: Folder, which: int, what: int) -> None:
        values = {
            key: text.format(which=IDS[which % 4], what=WORDS[what % len(WORDS)])
            for key, text in made.items()
        }
        if not any(values.get("id") == entry.get("id", "") for entry in folder.kinds[kind]):
            folder.kinds[kind].append(dict(values))

    return edit


def _append(*snippets: str) -> Callable[[Folder, int, int], None]:
    def edit(folder: Folder, which: int, what: int) -> None:
        name = folder.page(which)
        snippet = snippets[what % len(snippets)]
        folder.pages[name] = f"{folder.pages.get(name, '# Ny')}\n\n{snippet}\n"

    return edit


def _step(folder: Folder, which: int, what: int) -> None:
    steps = folder.entry("procedures", which).get("steps", [])
    if what % 2 or len(steps) < 2:
        steps.append({"id": f"step-{len(steps)}", "what": f"Gjør {WORDS[what % len(WORDS)]}"})
    else:
        steps.pop(which % len(steps))


def _number(folder: Folder, which: int, what: int) -> None:
    folder.entry(("areas", "measures", "sections")[what % 3], which)["number"] = str(what)


def _measure_area(folder: Folder, which: int, what: int) -> None:
    folder.entry("measures", which)["areas"] = [f"area-{IDS[what % 4]}"] if what % 5 else []


def _measure_owner(folder: Folder, which: int, what: int) -> None:
    folder.entry("measures", which)["responsible"] = ("s", "p0", "x-a")[what % 3]


def _measure_deadline(folder: Folder, which: int, what: int) -> None:
    folder.entry("measures", which)["deadline"] = ("2027-Q1", "løpende", "30. juni 2028", "2029")[what % 4]


def _waiver(folder: Folder, which: int, what: int) -> None:
    folder.kinds["waivers"] = [
        {
            "code": "measure-without-deadline",
            "item": f"m{which}",
            "reason": WORDS[what % 8],
            "expires": "2099-01-01",
        }
    ][: what % 2]


def _vocabulary(folder: Folder, which: int, what: int) -> None:
    folder.entry("measures", which)["status"] = "på gang"
    code = ("ongoing", "planned")[what % 2]
    folder.kinds["vocabulary"] = [{"field": "measure-status", "term": "på gang", "code": code}][
        : which % 2 + 1
    ]


def _cell(folder: Folder, which: int, what: int) -> None:
    folder.kinds["tasks"] = [{"id": "oppgave", "title": f"Oppgave {WORDS[what % 8]}"}]
    folder.kinds["responsibilities"] = [
        {"agency": ("s", "p0")[which % 2], "task": "oppgave", "role": "RASCI"[what % 5]}
    ]


def _new_page(folder: Folder, which: int, what: int) -> None:
    name = ("side.md", "b/side.md", "a/side.md", "vår side.md", "matrix.md", "search.md", "areas/area-a.md")[
        which % 7
    ]
    folder.pages[name] = (
        f"# Side {WORDS[what % 8]}\n\n(lab{what % 2})=\n## Under\n\n{{ref}}`lab` {{ref}}`lab1`\n"
    )


def _remove_page(folder: Folder, which: int, what: int) -> None:
    if folder.pages:
        folder.pages.pop(folder.page(which))


def _rename_page(folder: Folder, which: int, what: int) -> None:
    if folder.pages:
        folder.pages[f"{IDS[what % 4]}/renamed.md"] = folder.pages.pop(folder.page(which))


def _heading(folder: Folder, which: int, what: int) -> None:
    name = folder.page(which)
    _, _, body = folder.pages.get(name, "").partition("\n")
    folder.pages[name] = f"# {WORDS[what % 8]}\n{body}"


def _index(folder: Folder, which: int, what: int) -> None:
    if what % 3:
        folder.pages["index.md"] = f"# Forside {WORDS[which % 8]}\n\n```{{plan:front}}\n```\n"
    else:
        folder.pages.pop("index.md", None)


def _image(folder: Folder, which: int, what: int) -> None:
    where = IDS[which % 2]
    folder.images[f"{where}/fig.svg"] = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><title>{what}</title></svg>\n'
    )
    folder.pages.setdefault(
        f"{where}/bilde.md", f"# Bilde {where}\n\n![Bilde](fig.svg)\n\n{{download}}`fig.svg`\n"
    )


def _remove_image(folder: Folder, which: int, what: int) -> None:
    folder.images.pop(f"{IDS[which % 2]}/fig.svg", None)


def _head(folder: Folder, which: int, what: int) -> None:
    folder.heads[folder.page(which)] = (
        "",
        "title: Hode",
        "title: '<Hode> & A'",
        "number: '9'",
        "orphan: true",
    )[what % 5]


def _frame(folder: Folder, which: int, what: int) -> None:
    key, stem = (("title", "Plan"), ("subtitle", "Under"), ("notice", "Merk"))[which % 3]
    folder.frame[key] = f"{stem} {WORDS[what % 8]}"


def _settings(folder: Folder, which: int, what: int) -> None:
    folder.images["conf.py"] = f"html_title = 'Egen {what % 2}'\n"
    if which % 2:
        folder.images.pop("conf.py")


def _touch(folder: Folder, which: int, what: int) -> None:
    names = sorted(folder.files())
    path = folder.place / names[which * 8 % len(names)]
    if path.is_file():
        os.utime(path)


def _old(folder: Folder, which: int, what: int) -> None:
    name = folder.page(which)
    folder.pages[name] = folder.pages.get(name, "# Ny\n") + f"\n{what}\n"
    folder.save()
    os.utime(folder.place / name, (OLD, OLD))


def _output(folder: Folder, which: int, what: int) -> None:
    pages = (
        sorted(folder.out.rglob("*.html"))
        + sorted(folder.out.glob("*.js"))
        + sorted(folder.out.glob("_images/*"))
    )
    path = pages[(which * 8 + what) % len(pages)]
    if what % 2:
        path.unlink()
    else:
        path.write_text("Endret for hånd", encoding="utf-8")


def _stray(folder: Folder, which: int, what: int) -> None:
    path = folder.out / ("gammel.html", "areas/gammel.html", "_images/gammel.svg")[which % 3]
    path.parent.mkdir(exist_ok=True)
    path.write_text("Fra et annet bygg", encoding="utf-8")


EDITS: Mapping[str, Callable[[Folder, int, int], None]] = {
    "measure-title": _text("measures", "title", "Tiltak"),
    "measure-description": _text("measures", "description", "Vi skal"),
    "measure-area": _measure_area,
    "measure-owner": _measure_owner,
    "measure-deadline": _measure_deadline,
    "measure-added": _add("measures", id="new-{which}", title="Nytt {what}", responsible="s"),
    "measure-removed": _remove("measures"),
    "measure-moved": _swap("measures"),
    "area-name": _text("areas", "name", "Område"),
    "area-added": _add("areas", id="area-{which}", name="Område {what}"),
    "area-removed": _remove("areas"),
    "area-moved": _swap("areas"),
    "goal-text": _text("goals", "text", "Mål"),
    "goal-removed": _remove("goals"),
    "agency-name": _text("agencies", "name", "Etat"),
    "agency-added": _add("agencies", id="x-{which}", name="Etat {what}"),
    "agency-removed": _remove("agencies"),
    "procedure-title": _text("procedures", "title", "Prosedyre"),
    "procedure-added": _add("procedures", id="proc-{which}", title="Prosedyre {what}", owner="s"),
    "procedure-removed": _remove("procedures"),
    "step": _step,
    "number": _number,
    "statistic": _text("statistics", "caveat", "Forbehold"),
    "statistic-removed": _remove("statistics"),
    "contact": _text("contacts", "hours", "Åpent"),
    "contact-removed": _remove("contacts"),
    "reference": _text("references", "title", "Kilde"),
    "section-heading": _text("sections", "heading", "Del"),
    "section-moved": _swap("sections"),
    "section-removed": _remove("sections"),
    "waiver": _waiver,
    "vocabulary": _vocabulary,
    "cell": _cell,
    "frame": _frame,
    "settings": _settings,
    "page-text": _append(*WORDS),
    "page-heading": _heading,
    "page-head": _head,
    "page-subheading": _append("## Del", "## Del to", "(lab)=\n## Merket", "(lab1)=\n## Merket", "### Del"),
    "page-link": _append(
        "{doc}`/intro`",
        "[x](side.md)",
        "[x](/b/side.md#under)",
        "[x](#under)",
        "{ref}`lab1`",
        "<project:side.md>",
        "[](intro.md)",
        "{any}`lab`",
    ),
    "page-plan": _append(
        "{plan:measure}`new-a`",
        "{plan:agency}`x-b`",
        "{plan:goal}`ord <goal-b>`",
        "{plan:procedure}`proc-a`",
        "```{plan:measures}\n:area: area-b\n:style: table\n```",
        "```{plan:goals}\n```",
        "{any}`m2`",
        "[x](#m2)",
    ),
    "page-parts": _append(
        "```{toctree}\n/intro\n/side\n```",
        "```{glossary}\nord\n  Annet.\nalfa\n  Første.\n```",
        "{term}`alfa`",
        "Ord[^n].\n\n[^n]: Note.",
        "```{include} /intro.md\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```{figure} /a/fig.svg\n:name: figur\nTekst\n```\n\n{ref}`figur`",
        "{math}`a+b`",
    ),
    "page-added": _new_page,
    "page-removed": _remove_page,
    "page-renamed": _rename_page,
    "index": _index,
    "image": _image,
    "image-removed": _remove_image,
    "touched": _touch,
    "restored-old": _old,
    "output-damaged": _output,
    "output-stray": _stray,
}
"""Every edit by its name. Each changes the wanted state, or what lies on the disk, and nothing else."""

EDIT: st.SearchStrategy[Edit] = st.tuples(
    st.sampled_from(sorted(EDITS)), st.integers(0, 7), st.integers(0, 7)
)
