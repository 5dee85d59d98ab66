"""Names that tell nothing of the theme, and where the exit leads: each as a pure function of plan and guide."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.views.conftest import ReadPlan

import plankit
from plankit.language import LANGUAGES
from plankit.views.discretion import (
    Discretion,
    discretion,
    exit_address,
    is_safe_exit,
    site_title,
)
from plankit.views.guide_addresses import guide_address
from plankit.views.outline import all_chapters, outline
from plankit.views.reading import Reading

FJORDVIK = Path(__file__).parents[2] / "examples" / "fjordvik"
QUIET = Discretion(("vold", "våld", "kjønnsleml"))
PLAIN_NAMES = ("areas/barn", "pages/hjelp", "measures", "agencies/police-district", "index", "")
TELLING = ("agencies/vold", "pages/familievold-i-dag", "areas/Våld", "pages/kjonnslemlestelse")


@pytest.mark.parametrize("name", PLAIN_NAMES)
def test_name_without_the_words_is_kept(name: str) -> None:
    """What tells nothing keeps a name that people can read."""
    assert (QUIET.page(name), QUIET.anchor(name), QUIET.file(name)) == (name, name, name)


@pytest.mark.parametrize("name", TELLING)
def test_guide_that_names_no_words_changes_no_name(name: str) -> None:
    """Most themes need no discretion; their sites keep their addresses."""
    assert Discretion().page(name) == name
    assert discretion(None) == Discretion()


@pytest.mark.parametrize("name", TELLING)
def test_name_with_one_of_the_words_becomes_a_code_in_its_folder(name: str) -> None:
    """Wherever in a word it stands, with or without marks, in capitals or not."""
    folder, _, _ = name.partition("/")
    made = QUIET.page(name)
    assert made.startswith(f"{folder}/{folder[0]}")
    assert not QUIET.reveals(made)
    assert len(made) == len(folder) + 7
    assert made.rpartition("/")[2].isalnum()


def test_code_depends_on_the_name_alone() -> None:
    """Bookmarks hold from build to build, and from one version of plankit to the next."""
    assert QUIET.page("agencies/krise-vold") == Discretion(("vold",)).page("agencies/krise-vold")
    assert QUIET.page("pages/vold") == "pages/pepes4"
    assert QUIET.anchor("vold") == "eepes4"
    assert QUIET.anchor("vold") != QUIET.anchor("volden")


def test_code_of_a_code_is_itself() -> None:
    """A name may pass through several hands; each asks anew."""
    for name in TELLING:
        assert QUIET.page(QUIET.page(name)) == QUIET.page(name)
        assert QUIET.anchor(QUIET.anchor(name)) == QUIET.anchor(name)


def test_file_keeps_folder_and_ending() -> None:
    """A browser knows by the ending what it is given."""
    made = QUIET.file("0f3a/voldsplan.tar.pdf")
    assert made.startswith("0f3a/0")
    assert made.endswith(".pdf")
    assert "vold" not in made


@pytest.mark.parametrize(
    "address",
    [
        "https://www.met.no/",
        "https://www.smhi.se",
        "https://example.org/weather/today",
        "https://example.org:8443/",
    ],
)
def test_encrypted_address_is_a_safe_exit(address: str) -> None:
    """Host and path are enough to lead away."""
    assert is_safe_exit(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "www.met.no",
        "//www.met.no/",
        "http://www.met.no/",
        "https://",
        "https:///path",
        "https://me@example.org/",
        "https://me:secret@example.org/",
        "https://example.org/?from=plan",
        "https://example.org/?",
        "https://example.org/#plan",
        "https://example.org\\@evil.example/",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://[not-closed/",
        "https://example.org:port/",
        "javascript:alert(1)",
        "data:text/html,hello",
    ],
)
def test_other_address_is_no_safe_exit(address: str) -> None:
    """Nothing unencrypted, nothing that runs, nothing that carries along who left or from where."""
    assert not is_safe_exit(address)


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("", "https://www.met.no/"),
        ("{exit: 'https://www.yr.example/'}", "https://www.yr.example/"),
        ("{exit: 'off'}", None),
        ("{exit: ' OFF '}", None),
        ("{exit: 'javascript:alert(1)'}", "https://www.met.no/"),
        ("{exit: ''}", "https://www.met.no/"),
    ],
)
def test_exit_is_the_plans_then_the_guides(tmp_path: Path, site: str, expected: str | None) -> None:
    """A plan chooses or says `off`; what cannot be used is as if it had said nothing."""
    own = f"  site: {site}\n" if site else ""
    frame = f'plan:\n  id: p\n  title: P\n  language: nb\n  guide: {{id: no-vold, edition: "2022"}}\n{own}'
    (tmp_path / "plan.yaml").write_text(frame, encoding="utf-8")
    loaded = plankit.load(tmp_path, rules=())
    assert loaded.plan is not None
    assert exit_address(loaded.plan, loaded.guide) == expected
    names = {one.name for one in all_chapters(outline(Reading(loaded.plan, loaded.guide, "nb")))}
    assert ("safety" in names) is (expected is not None)


def test_plan_without_guide_has_no_exit(read_plan: ReadPlan) -> None:
    """Most themes need none, and a button that nobody needs teaches to overlook it."""
    reading = read_plan("")
    assert exit_address(reading.plan, reading.guide) is None
    assert "safety" not in {one.name for one in all_chapters(outline(reading))}


_PERIOD = "  period: 2027-2030\n"
_KIND = "  document_type: handlingsplan\n"
_PLACE = "participants: [{id: k, name: Fjordvik kommune}]\n"


@pytest.mark.parametrize(
    ("frame", "rest", "expected"),
    [
        (_KIND + _PERIOD, _PLACE, "Handlingsplan 2027-2030 – Fjordvik kommune"),
        (_PERIOD, _PLACE, "Plan 2027-2030 – Fjordvik kommune"),
        (_KIND, _PLACE, "Handlingsplan – Fjordvik kommune"),
        (_KIND, "", "Handlingsplan"),
        ("  document_type: voldsplan\n" + _PERIOD, "", "Plan 2027-2030"),
        (_PERIOD + "  site: {name: Havland}\n", _PLACE, "Plan 2027-2030 – Havland"),
        (_PERIOD + "  site: {title: Vår plan}\n", _PLACE, "Vår plan"),
        (_PERIOD, "participants: [{id: k, name: Krisesenteret IKS}]\n", "Plan 2027-2030"),
    ],
)
def test_title_of_site_is_kind_period_and_municipality(
    read_plan: ReadPlan, frame: str, rest: str, expected: str
) -> None:
    """What the browser keeps says which document it is and not what it is about."""
    reading = read_plan(frame + rest, guide=True, title="Mot vold", language="nb")
    assert site_title(reading) == expected


def test_title_of_site_keeps_the_name_of_a_municipality_that_holds_a_stem(read_plan: ReadPlan) -> None:
    """Volda is a place and tells nothing; a shelter's name still does."""
    both = "participants: [{id: v, name: Volda kommune}, {id: k, name: Krisesenteret i Volda}]\n"
    assert site_title(read_plan(both, guide=True, title="Trygg", language="nb")) == "Plan – Volda kommune"


def test_own_title_is_taken_where_nothing_else_is_known(read_plan: ReadPlan) -> None:
    """A plain word of a title is better than none, if it tells nothing."""
    assert site_title(read_plan("", guide=True, title="Trygg", language="nb")) == "Trygg"
    assert site_title(read_plan("", title="Mot vold", language="nb")) == "Mot vold"


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_names_of_chapters_differ_and_tell_nothing(language: str) -> None:
    """In every language each page has a name of its own that the history may hold."""
    loaded = plankit.load(FJORDVIK, rules=())
    assert loaded.plan is not None
    quiet = discretion(loaded.guide)
    assert quiet.stems
    chapters = tuple(all_chapters(outline(Reading(loaded.plan, loaded.guide, language))))
    names = [one.plain for one in chapters]
    assert len(set(names)) == len(names) > 50
    assert [name for name in names if not name or quiet.reveals(name)] == []


def test_address_in_the_guides_site_follows_its_words() -> None:
    """A plan's site links into the guide's by the same codes, without looking there."""
    guide = plankit.load(FJORDVIK, rules=()).guide
    assert guide is not None
    quiet = discretion(guide)
    plain = guide.model_copy(update={"guide": guide.guide.model_copy(update={"revealing": ()})})
    addresses = {guide_address(guide, name) or "" for name in guide.by_id}
    readable = {guide_address(plain, name) or "" for name in guide.by_id}
    assert [one for one in addresses if quiet.reveals(one)] == []
    assert [one for one in readable if quiet.reveals(one)] != []
    assert len(addresses) == len(readable)
