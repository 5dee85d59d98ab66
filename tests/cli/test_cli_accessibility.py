"""`plankit accessibility`: the Norwegian worksheet and the Swedish statement."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.metadata import assert_no_traces

from plankit.accessibility.data import left_out, parts, requirements, sources
from plankit.accessibility.page_facts import facts_of
from plankit.accessibility.site_checks import check_site

Run = Callable[..., Result]
_FRAME = "plan: {{id: p, title: Plan, language: {language}, country: '{country}'}}\nparticipants: [{{id: f, name: Fjordvik kommune}}]\n"
_GOOD = (
    '<!DOCTYPE html><html lang="nb"><head><title>Side</title></head><body><main><h1>Side</h1><h2>Del</h2>'
    '<img src="a.png" alt="Et bilde"><a href="b.html">Neste</a><label for="q">Søk</label><input id="q" type="search">'
    '<button aria-label="Lukk"></button></main></body></html>\n'
)
_BAD = (
    "<html><head><title> </title></head><body>\n<h2 id='x'>Del</h2>\n<h4 id='x'></h4>\n<img src='a.png'>\n"
    "<a href='b'><svg><title>Neste</title></svg></a>\n<input type='text'>\n<iframe src='c'></iframe>\n</body></html>"
)


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small plan."""

    def write(*, language: str = "nb", country: str = "NO", page: str = "") -> Path:
        folder = tmp_path / f"plan-{language}-{country}"
        folder.mkdir()
        (folder / "plan.yaml").write_text(_FRAME.format(language=language, country=country), encoding="utf-8")
        if page:
            (folder / "page.md").write_text(f"# Page\n\n{page}\n", encoding="utf-8")
        return folder

    return write


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Writes a site with one page."""

    def write(page: str) -> Path:
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / "index.html").write_text(page, encoding="utf-8")
        return folder

    return write


def _document(run: Run, *arguments: object) -> dict[str, Any]:
    result = run("accessibility", *map(str, arguments), "--json")
    assert result.exit_code == 0, result.output
    read: dict[str, Any] = json.loads(result.stdout)
    return read


def _states(document: dict[str, Any]) -> dict[str, str]:
    return {one["number"]: one["state"] for one in document["requirements"]}


def test_list_of_requirements_is_that_of_the_public_sector() -> None:
    """47 of WCAG 2.1 A and AA, 35 of 2.0 and 12 that came with 2.1, and 1.2.5; each with its texts in three languages."""
    new = {
        "1.3.4",
        "1.3.5",
        "1.4.10",
        "1.4.11",
        "1.4.12",
        "1.4.13",
        "2.1.4",
        "2.5.1",
        "2.5.2",
        "2.5.3",
        "2.5.4",
        "4.1.3",
    }
    numbers = [one.number for one in requirements()]
    assert len(set(numbers)) == len(numbers) == 48
    assert set(numbers) >= new
    assert len(set(numbers) - new - {"1.2.5"}) == 35
    assert [number for number, _ in left_out()] == ["1.2.3", "1.2.4"]
    assert numbers == sorted(numbers, key=lambda one: [int(part) for part in one.split(".")])
    for one in requirements():
        for texts in (one.name, one.person, one.built or one.name, one.never or one.name):
            assert set(texts) == {"en", "nb", "nn"}
            assert all(texts.values())


def test_facts_carry_source_and_date() -> None:
    """Where the list and the statement were read stands in them, with the day and how sure it is."""
    for name in ("requirements", "statement"):
        for one in sources(name):
            assert one.address.startswith("https://")
            assert one.read == "2026-11-22"
            assert one.confidence in ("read", "unconfirmed")


def test_worksheet_of_a_plan_never_says_that_a_requirement_is_met(
    run: Run, plan: Callable[..., Path]
) -> None:
    """Each row leaves something to a person; nothing is called met, and what plankit has no film or form for is said."""
    document = _document(run, plan())
    states = _states(document)
    assert set(states.values()) == {"no-fault-by-program", "needs-person", "not-applicable"}
    assert all(one["person"] for one in document["requirements"])
    assert {one for one in states if states[one] == "not-applicable"} == {
        "1.2.1",
        "1.2.2",
        "1.2.5",
        "1.3.5",
        "1.4.2",
        "2.2.1",
        "2.2.2",
        "2.3.1",
        "2.5.1",
        "2.5.4",
        "3.3.1",
        "3.3.3",
        "3.3.4",
    }
    assert states["1.3.3"] == "needs-person"


def test_worksheet_of_a_plan_with_film_asks_about_it(run: Run, plan: Callable[..., Path]) -> None:
    """A requirement is left aside only where the plan really holds nothing that it applies to."""
    document = _document(run, plan(page='<video src="film.mp4"></video>'))
    states = _states(document)
    assert {states[one] for one in ("1.2.1", "1.2.2", "1.2.5", "1.4.2", "2.2.2", "2.3.1")} == {"needs-person"}
    assert document["holds"] == ["media", "motion"]


def test_worksheet_with_a_good_site_counts_its_pages(
    run: Run, plan: Callable[..., Path], site: Callable[..., Path]
) -> None:
    """A page without faults gives none."""
    document = _document(run, plan(), "--site", site(_GOOD))
    assert (document["pages"], "fault" in _states(document).values()) == (1, False)


def test_worksheet_with_a_bad_site_names_requirement_page_and_line(
    run: Run, plan: Callable[..., Path], site: Callable[..., Path]
) -> None:
    """Each fault that a file shows stands at its requirement, with the place."""
    document = _document(run, plan(), "--site", site(_BAD))
    found = {
        (one["number"], fault["file"], fault["line"])
        for one in document["requirements"]
        for fault in one["faults"]
    }
    wanted = {("3.1.1", 1), ("2.4.2", 1), ("2.4.1", 1), ("1.3.1", 1), ("1.3.1", 3), ("2.4.6", 3), ("4.1.1", 3), ("1.1.1", 4),
              ("3.3.2", 6), ("4.1.2", 7)}  # fmt: skip
    assert found == {(number, "index.html", line) for number, line in wanted}
    assert all(_states(document)[number] == "fault" for number, _ in wanted)


def test_page_with_names_given_in_other_ways_has_no_fault() -> None:
    """A link named by its picture, a field inside its label and a hidden picture are right."""
    page = (
        '<a href="x"><img src="a" alt="Hjem"></a><label>Navn <input></label><img src="b" aria-hidden="true">'
    )
    facts = facts_of(page)
    assert [one.name for one in facts.links] == ["Hjem"]
    assert [one.is_labelled for one in facts.fields] == [True]


def test_site_with_broken_markup_is_looked_at_to_its_end(tmp_path: Path) -> None:
    """Open tags, half a tag and bytes that are no text give findings, not an error."""
    (tmp_path / "a.html").write_bytes(
        b"<html lang=nb><title>T</title><main><h1>A<p></div></b><img src=\xff\xfe <a href="
    )
    report = check_site(tmp_path)
    assert report.pages == 1


def test_paper_is_written_as_page_and_table(run: Run, plan: Callable[..., Path], tmp_path: Path) -> None:
    """The page needs nothing from elsewhere and tells nobody's name; the table opens in a spreadsheet with 48 rows."""
    out = tmp_path / "out"
    result = run("accessibility", str(plan()), "-o", str(out), "--date", "2026-11-22")
    assert result.exit_code == 0, result.output
    page = (out / "accessibility.html").read_text(encoding="utf-8")
    assert '<html lang="nb">' in page
    assert "<script" not in page
    assert "<link" not in page
    assert 'src="' not in page
    assert "Fjordvik kommune" in page
    data = (out / "accessibility.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 49
    assert {len(row) for row in rows} == {12}
    assert {row[8] for row in rows[1:]} == {"2026-11-22"}
    assert_no_traces(out, extra=(str(tmp_path),))


def test_page_of_the_paper_passes_its_own_checks(run: Run, plan: Callable[..., Path], tmp_path: Path) -> None:
    """What is asked of a site holds for the worksheet and the statement themselves."""
    for country, language in (("NO", "nn"), ("SE", "sv")):
        out = tmp_path / country
        run("accessibility", str(plan(language=language, country=country)), "-o", str(out))
        report = check_site(out)
        assert (report.pages, report.faults) == (1, ())


def test_cell_that_looks_like_a_formula_stays_text(run: Run, tmp_path: Path) -> None:
    """Whatever a plan is called, a spreadsheet calculates nothing."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        "plan: {id: p, title: T, language: sv, country: SE}\nparticipants: [{id: f, name: '=1+1'}]\n",
        encoding="utf-8",
    )
    run("accessibility", str(folder), "-o", str(tmp_path / "out"))
    rows = csv.reader(
        io.StringIO((tmp_path / "out/accessibility.csv").read_text(encoding="utf-8-sig")), delimiter=";"
    )
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=1+1") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_statement_of_a_swedish_plan_holds_what_digg_asks_for(run: Run, plan: Callable[..., Path]) -> None:
    """All of Digg's parts are there, the link for reporting too; whether the site is compatible is left to a person."""
    document = _document(run, plan(language="sv", country="SE"))
    assert document["kind"] == "statement"
    assert [one["id"] for one in document["sections"]] == [one.id for one in parts()]
    text = " ".join(" ".join(one["paragraphs"]) for one in document["sections"])
    for wanted in ("Fjordvik kommune", "lagen om tillgänglighet till digital offentlig service", "12 §", "9 §", "självskattning",
                   "https://www.digg.se/tdosanmalan", "helt förenlig / delvis förenlig / inte förenlig"):  # fmt: skip
        assert wanted in text
    state = next(one for one in document["sections"] if one["id"] == "state")
    assert len(state["left"]) == 1


def test_statement_with_a_bad_site_lists_its_faults(
    run: Run, plan: Callable[..., Path], site: Callable[..., Path], tmp_path: Path
) -> None:
    """The faults that were found stand in the statement, with their places."""
    folder = plan(language="sv", country="SE")
    document = _document(run, folder, "--site", site(_BAD), "-o", tmp_path / "out")
    places = {(one["requirement"], one["file"], one["line"]) for one in document["faults"]}
    assert {("3.1.1", "index.html", 1), ("1.1.1", "index.html", 4)} <= places
    page = (tmp_path / "out" / "accessibility.html").read_text(encoding="utf-8")
    assert "index.html:4: En bild saknar text." in page


@pytest.mark.parametrize(
    ("arguments", "language", "country"),
    [([], "nb", "NO"), (["--language", "en"], "en", "NO"), (["--country", "SE"], "sv", "SE"), (["--language", "sv"], "nb", "NO")],
)  # fmt: skip
def test_country_and_language_are_those_asked_for(
    run: Run, plan: Callable[..., Path], arguments: list[str], language: str, country: str
) -> None:
    """The option decides, else the plan; a language that the paper does not exist in is not mixed into it."""
    document = _document(run, plan(), *arguments)
    assert (document["language"], document["country"]) == (language, country)


def test_second_run_does_not_write_over_what_was_filled_in(
    run: Run, plan: Callable[..., Path], tmp_path: Path
) -> None:
    """What somebody noted in the table is safe; the message says what to do."""
    folder, out = plan(), tmp_path / "out"
    run("accessibility", str(folder), "-o", str(out))
    (out / "accessibility.csv").write_text("filled in", encoding="utf-8")
    result = run("accessibility", str(folder), "-o", str(out))
    assert result.exit_code == 2
    assert "somebody may have filled it in" in result.stderr
    assert (out / "accessibility.csv").read_text(encoding="utf-8") == "filled in"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Say where to write it"),
        (["--json", "--site", "nowhere"], "There is no folder “nowhere”."),
        (["--json", "--site", "."], "There is no page in “.”."),
    ],
)
def test_broken_call_ends_with_one_line(
    run: Run,
    plan: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    """A call that cannot be answered says why in a line, with exit code 2."""
    folder = plan()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    result = run("accessibility", str(folder), *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_plan_of_no_known_country_asks_for_one(run: Run, plan: Callable[..., Path]) -> None:
    """Danish rules are not known here: the call says what to add."""
    result = run("accessibility", str(plan(language="en", country="DK")), "--json")
    assert result.exit_code == 2
    assert "--country NO" in result.stderr
