"""`plankit new`: a whole plan or nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import Result

import plankit
from plankit.starting import (
    Municipality,
    Start,
    StartError,
    default_period,
    fill_page,
    fill_yaml,
    municipality_from,
    period_from,
    plan_id,
    start_plan,
    template_country,
)

Run = Callable[..., Result]
Shell = Callable[..., CompletedProcess[str]]


def test_new_plan_holds_what_was_asked_for(here: Path, run: Run, packs: Path) -> None:
    """Name, period, language and edition stand in the new plan, and it can be read without errors."""
    result = run(
        "new",
        "p",
        "--packs",
        str(packs),
        "--municipality",
        "Fjordvik",
        "--period",
        "2027-2030",
        "--language",
        "sv",
    )
    assert result.exit_code == 0, result.output
    loaded = plankit.load("p", packs=packs)
    assert loaded.plan is not None
    assert loaded.guide is not None
    frame = loaded.plan.plan
    assert (frame.id, frame.title, frame.language) == ("fjordvik", "Plan for Fjordvik", "sv")
    assert frame.period is not None
    assert frame.period.text == "2027–2030"
    assert loaded.plan.participants[0].number is None
    assert not [finding for finding in loaded.findings if finding.code.startswith("PK0")]


def test_new_defaults_to_guide_language_and_next_four_years(tmp_path: Path, packs: Path) -> None:
    """Nobody needs to say the period or the language."""
    folder = tmp_path / "p"
    start_plan(folder, Start(municipality=Municipality(name="Fjordvik")), packs=packs, today=date(2026, 5, 1))
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    assert 'period: "2027–2030"' in text
    assert 'language: "nn"' in text
    assert default_period(date(2026, 12, 31)) == (2027, 2030)


def test_new_number_gives_number_and_name(here: Path, run: Run, packs: Path) -> None:
    """A number is kept as a text, leading zero and all, and brings the official name with it."""
    result = run("new", "p", "--packs", str(packs), "--municipality", "0301")
    assert result.exit_code == 0
    assert "Filled in: Oslo, number 0301, in Oslo." in result.stdout
    plan = plankit.load("p", packs=packs).plan
    assert plan is not None
    assert (plan.participants[0].name, plan.participants[0].number) == ("Oslo", "0301")


@pytest.mark.parametrize("name", ["tromsø", "Tromsoe kommune", "Tromso", "5501"])
def test_new_official_name_is_filled_in_however_it_is_written(name: str) -> None:
    """Name, number, county and country come from the table."""
    found = municipality_from(name, "NO")
    assert (found.name, found.number, found.county, found.country) == ("Tromsø", "5501", "Troms", "NO")
    assert found.remarks == ()


def test_new_invented_name_is_accepted_and_said_to_be_unknown(here: Path, run: Run, packs: Path) -> None:
    """An invented municipality gets its plan, without a number and without a likely name forced on it."""
    result = run("new", "p", "--packs", str(packs), "--municipality", "Fjordvik")
    assert result.exit_code == 0
    assert result.stderr == "“Fjordvik” is not in the table of municipalities. Its number is left empty.\n"
    assert "Filled in" not in result.stdout


def test_new_misspelt_name_is_accepted_with_a_suggestion() -> None:
    """Whoever wrote `Tronheim` is asked whether Trondheim was meant."""
    found = municipality_from("Tronheim", "NO")
    assert (found.name, found.number) == ("Tronheim", None)
    assert [values for _, values in found.remarks][-1] == {"near": "Trondheim"}


@pytest.mark.parametrize(
    ("text", "successor"),
    [
        ("0231", "3205 Lillestrøm"),
        ("Skedsmo kommune", "3205 Lillestrøm"),
        ("1507", "1508 Ålesund, 1580 Haram"),
        ("1534", "1580 Haram"),
        ("5401", "5501 Tromsø"),
    ],
)
def test_new_municipality_of_before_is_refused_with_its_successor(
    here: Path, run: Run, packs: Path, text: str, successor: str
) -> None:
    """A number or name that is out of use starts no plan; the message says what to give instead."""
    result = run("new", "p", "--packs", str(packs), "--municipality", text)
    assert result.exit_code == 2
    assert f"Today it is {successor}. Give the number of today." in result.stderr
    assert not (here / "p").exists()


def test_new_name_that_another_municipality_had_too_is_accepted_with_a_remark() -> None:
    """Sande of today is not the Sande that became part of Holmestrand."""
    found = municipality_from("Sande", "NO", today=date(2026, 6, 1))
    assert (found.number, found.county) == ("1514", "Møre og Romsdal")
    ((_, values),) = found.remarks
    assert (values["number"], values["successors"]) == ("0713", "3903 Holmestrand")
    assert municipality_from("Haram", "NO", today=date(2026, 6, 1)).remarks == ()


def test_new_name_of_several_municipalities_lists_their_numbers(here: Path, run: Run, packs: Path) -> None:
    """Nobody is given the wrong Våler; the county settles it."""
    result = run("new", "p", "--packs", str(packs), "--municipality", "Våler")
    assert result.exit_code == 2
    assert "3114 Våler, Østfold; 3419 Våler, Innlandet" in result.stderr
    assert municipality_from("Våler (Innlandet)", "NO").number == "3419"


def test_new_number_of_two_countries_is_the_one_of_the_guide() -> None:
    """1860 is Vestvågøy in Norway and Laxå in Sweden; the guide's country settles it, and without one nothing does."""
    assert municipality_from("1860", "NO").name == "Vestvågøy"
    assert municipality_from("1860", "SE").name == "Laxå"
    with pytest.raises(StartError, match="1860 Vestvågøy, Nordland; 1860 Laxå, Örebro län"):
        municipality_from("1860")


def test_new_municipality_of_another_country_than_the_guide_is_remarked_on() -> None:
    """A Swedish municipality with a Norwegian guide is more likely a wrong guide than a wish."""
    found = municipality_from("Göteborgs kommun", "NO")
    assert (found.name, found.number, found.country) == ("Göteborg", "1480", "SE")
    ((_, values),) = found.remarks
    assert (values["there"], values["here"]) == ("SE", "NO")


def test_new_number_that_no_municipality_has_is_refused_where_there_is_a_table() -> None:
    """A mistyped number is not taken for an invented municipality; where no table tells, it is kept."""
    with pytest.raises(StartError, match="No municipality has the number 9999"):
        municipality_from("9999", "NO")
    assert municipality_from("9999", "DK") == Municipality(name="Kommune 9999", number="9999")


def test_new_looks_in_the_country_of_the_template_first(packs: Path) -> None:
    """The country stands in the guide; a guide without one leaves it open."""
    assert template_country("no-vold") == "NO"
    assert template_country("small", packs) is None


@pytest.mark.parametrize(
    "name", ['Vik "nord"', "Vik\\ny", "Vik: # {{id}}", "Vik 'x' & *y*", "Nore og Uvdal", "漢字"]
)
def test_new_awkward_name_survives_yaml(tmp_path: Path, packs: Path, name: str) -> None:
    """Whatever a municipality is called, that is the name that is read back."""
    start_plan(tmp_path / "p", Start(municipality=Municipality(name=name)), packs=packs)
    plan = plankit.load(tmp_path / "p", packs=packs).plan
    assert plan is not None
    assert plan.participants[0].name == name
    assert plan.pages[0].title == name


def test_new_page_shows_name_and_keeps_other_braces(tmp_path: Path, packs: Path) -> None:
    """Marks of Markdown in a name are escaped; braces that are none of our tokens stay."""
    page = fill_page("# {{name}}\n{{ this }}\n", {"name": "*Vik*"})
    assert page == "# \\*Vik\\*\n{{ this }}\n"
    assert fill_page("{{name}}\n", {"name": "1. Vik"}) == "1\\. Vik\n"


def test_new_every_yaml_file_leads_to_the_schema(here: Path, run: Run, packs: Path) -> None:
    """The first line of each YAML file names the schema, as seen from that file."""
    run("new", "p", "--packs", str(packs), "--municipality", "Fjordvik")
    files = sorted((here / "p").rglob("*.yaml"))
    assert len(files) == 2
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        target = lines[0].removeprefix("# yaml-language-server: $schema=")
        schema = json.loads((file.parent / target).read_text(encoding="utf-8"))
        assert "measures" in schema["properties"]
        assert sum("yaml-language-server" in line for line in lines) == 1


def test_new_does_not_touch_a_folder_with_content(here: Path, run: Run, packs: Path) -> None:
    """A folder that holds anything is left as it is."""
    (here / "p").mkdir()
    (here / "p" / "mine.txt").write_text("mine")
    result = run("new", "p", "--packs", str(packs), "--municipality", "Fjordvik")
    assert result.exit_code == 2
    assert "not empty" in result.stderr
    assert [path.name for path in here.rglob("*")] == ["p", "mine.txt"]


def test_new_fills_an_empty_folder_in_place(
    here: Path, run: Run, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The current directory, if empty, is filled and not replaced: the shell still stands in it."""
    (here / "p").mkdir()
    monkeypatch.chdir(here / "p")
    before = (here / "p").stat().st_ino
    assert run("new", ".", "--packs", str(packs), "--municipality", "Fjordvik").exit_code == 0
    assert (here / "p").stat().st_ino == before
    assert sorted(path.name for path in (here / "p").iterdir()) == [
        ".plankit",
        "measures",
        "pages",
        "plan.yaml",
    ]


def test_new_that_fails_halfway_leaves_nothing(
    tmp_path: Path, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk in the middle leaves neither the folder nor its parts."""
    real = Path.write_bytes
    written: list[Path] = []

    def write(path: Path, data: bytes) -> int:
        if written:
            raise OSError(28, "No space left on device")
        written.append(path)
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(OSError, match="No space"):
        start_plan(tmp_path / "p", Start(municipality=Municipality(name="Fjordvik")), packs=packs)
    assert written
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_new_folder_has_the_modes_that_others_expect(tmp_path: Path, packs: Path) -> None:
    """The new folder can be read by whom the umask lets, not only by its maker."""
    (tmp_path / "other").mkdir()
    start_plan(tmp_path / "p", Start(municipality=Municipality(name="Fjordvik")), packs=packs)
    assert (tmp_path / "p").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_new_unknown_template_names_those_there_are(here: Path, run: Run, packs: Path) -> None:
    """A misspelt template is a broken call that says which one was meant and which there are."""
    result = run("new", "p", "--packs", str(packs), "--municipality", "Fjordvik", "--template", "smal")
    assert result.exit_code == 2
    assert "Did you mean “small”? There are: small." in result.stderr
    assert not (here / "p").exists()


def test_new_with_closed_stdin_asks_nothing(here: Path, shell: Shell, packs: Path) -> None:
    """Without a terminal a missing municipality is a broken call, not a question."""
    done = shell("new", "p", "--packs", str(packs))
    assert (done.returncode, done.stdout) == (2, "")
    assert "--municipality" in done.stderr
    assert not (here / "p").exists()


def test_new_without_terminal_needs_only_the_municipality(here: Path, shell: Shell, packs: Path) -> None:
    """With stdin closed, what has a default is not asked for; what to do next is printed."""
    done = shell("new", "my plan", "--packs", str(packs), "--municipality", "Fjordvik")
    assert done.returncode == 0, done.stderr
    assert "  plankit check 'my plan'\n" in done.stdout
    assert (here / "my plan" / "plan.yaml").is_file()


@pytest.mark.parametrize("text", ["2027", "2030-2027", "27-30", "2027-2030-2033", ""])
def test_period_that_is_none_is_refused(text: str) -> None:
    """A period is two years, the first not after the last."""
    with pytest.raises(StartError):
        period_from(text)


def test_period_with_either_dash_is_read() -> None:
    """Both dashes are written by people."""
    assert period_from("2027-2030") == period_from("2027–2030") == (2027, 2030)


@pytest.mark.parametrize("text", ["", "  ", "x" * 201, "a\x00b"])
def test_municipality_that_is_neither_number_nor_name_is_refused(text: str) -> None:
    """Nothing, control characters and whole novels are not names."""
    with pytest.raises(StartError):
        municipality_from(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Sør-Varanger", "sor-varanger"), ("Ærø", "aero"), ("Guovdageaidnu", "guovdageaidnu"), ("漢字", "plan")],
)
def test_plan_id_is_plain_ascii(name: str, expected: str) -> None:
    """Ids stand in addresses, so letters are spelled out or dropped."""
    assert plan_id(Municipality(name=name)) == expected


def test_fill_yaml_only_drops_keys_that_a_token_emptied() -> None:
    """An empty text that the template itself holds stays."""
    text = 'a: ""\nb: "{{number}}"\nc: "x{{number}}"\n'
    assert fill_yaml(text, {"number": ""}) == 'a: ""\nc: "x"\n'
