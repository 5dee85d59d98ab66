"""`build --format docx`: which file it writes, what it tells, and what it never writes over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.metadata import assert_no_traces
from tests.site.building import FJORDVIK
from tests.word import building as b
from tests.word import municipal as m

from plankit.loading import Loaded, load
from plankit.outputs import OutputFailed, OutputRefused, OutputUnknown, Request, Result, find_output


@pytest.fixture(scope="module")
def fjordvik() -> Loaded:
    """The example, read once."""
    return load(FJORDVIK, today=b.TODAY)


def _build(loaded: Loaded, out: Path, only: str | None = "case-paper", **wanted: Path | str) -> Result:
    request = Request(folder=FJORDVIK, loaded=loaded, out=out, only=only, today=b.TODAY, **wanted)  # type: ignore[arg-type]
    return find_output("docx")(request)


@pytest.fixture(scope="module")
def case(fjordvik: Loaded, tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, bytes]:
    """The example's case paper."""
    result = _build(fjordvik, tmp_path_factory.mktemp("out"))
    return result, result.start.read_bytes()


def test_case_paper_has_a_name_that_tells_nothing_of_the_theme(case: tuple[Result, bytes]) -> None:
    """A file lies in Downloads for all to see."""
    assert case[0].start.name == "handlingsplan-2026-2029-saksframlegg.docx"


def test_blanks_are_counted_and_adoption_is_told_of(case: tuple[Result, bytes]) -> None:
    """Whoever builds the paper learns what is left to do."""
    text = b.text(b.root(case[1]))
    assert text.count("[fylles ut: ") == 7
    assert case[0].warnings == (
        "7 felt i saksframlegget må fylles ut.",
        "Planen er vedtatt 11. desember 2025. Saksframlegget foreslår den likevel som ny.",
    )


def test_case_paper_shows_every_statement_with_weight_and_answer(
    fjordvik: Loaded, case: tuple[Result, bytes]
) -> None:
    """The council sees how each reply was judged, and inhabitants are nobody's neighbour."""
    assert fjordvik.plan is not None
    statements = fjordvik.plan.hearings[0].statements
    table = next(one for one in b.found(b.root(case[1]), ".//w:tbl") if "Uttalelse" in b.text(one))
    rows = [[b.text(cell) for cell in b.found(row, "w:tc")] for row in b.found(table, "w:tr")]
    assert rows[0] == ["Nr.", "Fra", "Uttalelse", "Vekt", "Svar"]
    assert rows[1:] == [
        [one.number, str(one.body or "Innbygger"), str(one.summary), one.weight, str(one.answer)]
        for one in statements
    ]


def test_case_paper_has_all_that_the_guide_asks_of_it(case: tuple[Result, bytes]) -> None:
    """Background, mandate, hearing, who carries it out, cost, and a decision with period, report and evaluation."""
    lines = [
        line.text for line in b.opened(case[1]).paragraphs if line.style and line.style.name == "Heading 1"
    ]
    assert lines == [
        "Forslag til vedtak",
        "Saken kort fortalt",
        "Bakgrunn",
        "Mandat",
        "Slik ble planen til",
        "Høring",
        "Hva planen inneholder",
        "Hvem som gjennomfører",
        "Kostnad og finansiering",
        "Konsekvenser",
        "Rapportering og evaluering",
        "Vurdering",
        "Veien videre",
        "Vedlegg",
    ]
    text = b.text(b.root(case[1]))
    for words in ("for perioden 2026–2029", "rapporterer om planen til", "evaluert innen 30. september 2029"):
        assert words in text


def test_same_plan_and_day_give_the_same_bytes_and_no_traces(
    fjordvik: Loaded, case: tuple[Result, bytes], tmp_path: Path
) -> None:
    """Nothing tells who built it or when, but for the day."""
    again = _build(fjordvik, tmp_path).start
    assert again.read_bytes() == case[1]
    assert_no_traces(tmp_path)


def test_file_that_somebody_edited_is_not_written_over(fjordvik: Loaded, tmp_path: Path) -> None:
    """A case paper is finished by hand: that work is never lost. One that plankit wrote is renewed."""
    place = _build(fjordvik, tmp_path).start
    assert _build(fjordvik, tmp_path).start == place
    other = m.municipal("Vår vurdering")
    place.write_bytes(other)
    with pytest.raises(OutputRefused) as told:
        _build(fjordvik, tmp_path)
    assert told.value.reason == "edited"
    assert place.read_bytes() == other


def test_only_names_nothing_of_the_plan(fjordvik: Loaded, tmp_path: Path) -> None:
    """A slip names what was perhaps meant, and nothing is written."""
    with pytest.raises(OutputUnknown) as told:
        _build(fjordvik, tmp_path / "out", "case-papir")
    assert told.value.near == "case-paper"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("only", ["pro-akutt", "barnevernet"])
def test_card_and_agency_are_files_of_their_own(fjordvik: Loaded, tmp_path: Path, only: str) -> None:
    """A procedure is a card for the wall, and an agency gets its part."""
    document = b.opened(_build(fjordvik, tmp_path, only).start.read_bytes())
    assert any(line.style and line.style.name == "Heading 1" for line in document.paragraphs)


def test_template_that_cannot_be_used_is_one_sentence(fjordvik: Loaded, tmp_path: Path) -> None:
    """It is in the language of the plan and names the tag that was perhaps meant."""
    template = m.saved(tmp_path, m.municipal("{{ plan_titel }}"))
    with pytest.raises(OutputFailed) as told:
        _build(fjordvik, tmp_path / "out", template=template)
    assert "Malen har merket «plan_titel», som er ukjent. Mente du «plan_title»?" in str(told.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["nn", "sv", "en"])
def test_case_paper_in_another_language_has_none_of_the_first(
    fjordvik: Loaded, tmp_path: Path, language: str
) -> None:
    """Every word of plankit's own is translated."""
    text = b.text(b.root(_build(fjordvik, tmp_path, language=language).start.read_bytes()))
    assert "Forslag til vedtak" not in text
    assert "[fylles ut" not in text


def test_word_is_not_loaded_for_other_outputs() -> None:
    """Whoever has not installed python-docx can still build the site."""
    code = "import sys, plankit.outputs, plankit.papers.case_paper; print('docx' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
