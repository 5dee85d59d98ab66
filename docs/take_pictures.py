"""Takes the pictures of docs/pictures: each kind of page, and each paper, of the example plan.

`nox -s pictures` runs it. It needs plankit with all extras, playwright, a Chromium named in CHROMIUM, LibreOffice
(`soffice`), poppler (`pdftoppm`) and Pillow.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "examples" / "fjordvik"
SHARED = ROOT / "examples" / "trefjord"
OUT = ROOT / "docs" / "pictures"
DAY = "2026-11-22"
PAGES = {
    "front": "index.html",
    "area": "areas/omrade-2.html",
    "measures": "measures.html",
    "deadlines": "deadlines.html",
    "status": "status.html",
    "progress": "progress.html",
    "due": "due.html",
    "goals": "goals.html",
    "matrix": "matrix.html",
    "matrix-load": "matrix-load.html",
    "agencies": "agencies.html",
    "agency": "agencies/politiet.html",
    "procedure": "procedures/pro-akutt.html",
    "action-cards": "action-cards.html",
    "cases": "cases.html",
    "help": "help.html",
    "safety": "safety.html",
    "law": "law.html",
    "training": "training.html",
    "statistics": "statistics.html",
    "follow-up": "follow-up.html",
    "history": "history.html",
    "coverage": "coverage.html",
    "references": "references.html",
    "prose": "pages/innledning.html",
    "search": "search.html",
    "year": "years/aktivitetsplan-2026.html",
    "report": "reports/2026.html",
    "score": "score.html",
    "shared-front": "lidal:index.html",
    "differences": "joint:differences.html",
    "registry": "registry:index.html",
    "registry-municipalities": "registry:municipalities.html",
    "kit": "kit/site:index.html",
    "kit-questions": "kit/site:questions/duty.html",
    "kit-case": "kit/site:cases/case-friday-school.html",
    "kit-branching": "kit/site:steps/branching-case-older-acute-holiday.html",
    "kit-objectives": "kit/site:objectives.html",
    "kit-slides": "kit/slides:index.html",
    "guide-lessons": "guide:nb/lessons.html",
}
"""A page of each kind, by the name of its picture; a word before `:` is a site of another plan, or of many."""
LOOKS = {"": (1280, "light"), "-dark": (1280, "dark"), "-phone": (390, "light")}
PAPERS = {
    "pdf-title": ("plan.pdf", 1),
    "pdf-contents": ("plan.pdf", 2),
    "pdf-measures": ("plan.pdf", "Spørre alle gravide om vold"),
    "pdf-matrix": ("plan.pdf", "Hvem gjør hva: "),
    "pdf-card": ("card.pdf", 1),
    "pdf-agency": ("agency.pdf", 1),
    "word-plan": ("plan.docx", 1),
    "word-case-paper": ("case-paper.docx", 1),
    "word-case-paper-hearing": ("case-paper.docx", 3),
    "word-report": ("report.docx", 1),
    "excel-about": ("plan.xlsx", 1),
    "excel-measures": ("plan.xlsx", 2),
    "kit-poster": ("sites/kit/print/poster-a4.pdf", 1),
    "kit-worksheet": ("sites/kit/print/worksheet-questions-a4.pdf", 1),
    "kit-case-sheet": ("sites/kit/print/cases-a5.pdf", 1),
    "kit-script": ("sites/kit/facilitator/script.pdf", 1),
    "kit-table-top": ("sites/kit/facilitator/table-top.pdf", 2),
    "kit-slides-notes": ("sites/kit/slides/slides.pdf", 4),
    "kit-slides-powerpoint": ("sites/kit/slides/slides.pptx", 3),
    "kit-survey": ("sites/kit/trainer/survey.xlsx", 1),
}
"""A page of each paper: its file, and the number of the page or words that the wanted page holds."""
COLOURS = 96
"""Enough for flat pages, and a third of the size."""


def plankit(*words: str) -> None:
    """Run plankit."""
    subprocess.run([sys.executable, "-m", "plankit", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def built(room: Path, name: str, *words: str) -> None:
    """Build a paper into `room` under a name of its own."""
    out = room / f"made-{name}"
    plankit("build", str(PLAN), "-o", str(out), "--date", DAY, "--fail-on", "never", *words)
    (made,) = [path for path in out.iterdir() if path.suffix == Path(name).suffix]
    shutil.copyfile(made, room / name)


def papers(room: Path) -> None:
    """Build every paper."""
    built(room, "plan.pdf", "--format", "pdf")
    built(room, "card.pdf", "--format", "pdf", "--only", "pro-akutt")
    built(room, "agency.pdf", "--format", "pdf", "--only", "barnevernet")
    built(room, "plan.docx", "--format", "docx")
    built(room, "case-paper.docx", "--format", "docx", "--only", "case-paper")
    plankit("report", "2025", str(SHARED), "-o", str(room / "report.docx"), "--date", DAY)
    plankit("export", "xlsx", str(PLAN), "-o", str(room / "plan.xlsx"))


def as_pdf(path: Path) -> Path:
    """The file as a PDF, as LibreOffice prints it."""
    made = path.with_name(f"{path.name}.pdf")
    if path.suffix == ".pdf" or made.is_file():
        return path if path.suffix == ".pdf" else made
    room = path.parent / f"printed-{path.name}"
    profile = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(room), str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copyfile(room / f"{path.stem}.pdf", made)
    return made


def page_with(pdf: Path, words: str) -> int:
    """The first page after the contents that holds the words."""
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    return next(number for number, page in enumerate(pages, start=1) if number > 6 and words in page)


def shoot_papers(room: Path) -> Iterator[Path]:
    """A picture of each wanted page of a paper."""
    for name, (file, wanted) in PAPERS.items():
        pdf = as_pdf(room / file)
        page = wanted if isinstance(wanted, int) else page_with(pdf, wanted)
        stem = room / name
        pages = ["-f", str(page), "-l", str(page), "-singlefile"]
        subprocess.run(["pdftoppm", "-r", "72", "-png", *pages, str(pdf), str(stem)], check=True)
        yield stem.with_suffix(".png")


def sites(room: Path) -> Path:
    """Build every site; the example's own is `site`. Returns the folder that they lie in."""
    made = room / "sites"
    when = ("--date", DAY)
    plankit("build", str(PLAN), "-o", str(made / "site"), "--fail-on", "never", *when)
    plankit("build", str(SHARED), "-o", str(made / "joint"), "--fail-on", "never", *when)
    own = ("--municipality", "lidal")
    plankit("build", str(SHARED), "-o", str(made / "lidal"), "--fail-on", "never", *own, *when)
    plankit("registry", "generate", "120", "-o", str(room / "plans"), "--seed", "3", "--year", "2026")
    plankit("registry", "build", str(room / "plans"), "-o", str(made / "registry"), "--language", "en", *when)
    plankit(
        "guide", "build", "no-vold", "-o", str(made / "guide"), "--language", "nb", "--language", "en", *when
    )
    plankit("teach", str(PLAN), "-o", str(made / "kit"), *when)
    return made


def shoot_pages(room: Path, made_sites: Path) -> Iterator[Path]:
    """A picture of each kind of page: wide, dark, and on a phone."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or None
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, where in PAGES.items():
            site, _, page = where.rpartition(":")
            for look, (width, scheme) in LOOKS.items():
                tab = chromium.new_page(
                    viewport={"width": width, "height": 900},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                tab.goto((made_sites / (site or "site") / page).resolve().as_uri())
                made = room / f"{name}{look}.png"
                tab.screenshot(path=made)
                tab.close()
                yield made
        chromium.close()


def keep(path: Path) -> None:
    """Put the picture into docs/pictures with few colours."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
            OUT / path.name, optimize=True
        )


def main() -> None:
    """Take every picture anew."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        papers(room)
        made_sites = sites(room)
        for path in (*shoot_papers(room), *shoot_pages(room, made_sites)):
            keep(path)


if __name__ == "__main__":
    main()
