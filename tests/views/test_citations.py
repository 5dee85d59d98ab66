"""References to law are found in a text as Norwegian, Swedish and treaties write them, and mean the right act."""

from __future__ import annotations

import itertools
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plankit.model.guide import Guide, GuideFrame
from plankit.model.guide_law import Act, Law
from plankit.model.plan import Page, Plan
from plankit.model.when import When
from plankit.views.citations import Citation, LawBook, law_book
from plankit.views.freshness import day_before
from plankit.views.lapses import lapses
from plankit.views.passages import Passages, plain, sentences

DAY = date(2026, 11, 22)
EARLIER = date(2020, 1, 1)
_ACTS = """\
act-shelter | krisesenterlova | lov om kommunale krisesentertilbod | LOV-2009-06-19-44 | |
act-school | opplæringslova | opplæringslova | LOV-2023-06-09-30 | 2024-08-01 |
act-school-1998 | opplæringslova (1998) | opplæringslova | LOV-1998-07-17-61 | | 2024-07-31
act-child | barnevernsloven | barnevernsloven | LOV-2021-06-18-97 | 2023-01-01 |
act-child-1992 | barnevernloven | barnevernloven | LOV-1992-07-17-100 | | 2022-12-31
act-health | helse- og omsorgstjenesteloven | hol. | LOV-2011-06-24-30 | |
act-social | sosialtjenesteloven | sosialtjenesteloven | LOV-2009-12-18-131 | |
act-personnel | helsepersonelloven | helsepersonelloven | LOV-1999-07-02-64 | |
act-sol | SoL | socialtjänstlagen | SFS 2025:400 | 2025-07-01 |
act-sol-2001 | SoL (2001:453) | socialtjänstlagen | SFS 2001:453 | | 2025-06-30
act-osl | OSL | offentlighets- och sekretesslagen | SFS 2009:400 | |
act-istanbul | Istanbulkonvensjonen | Istanbulkonventionen | CETS 210 | |
"""
_LAWS = """\
act-shelter | § 2
act-shelter | § 3
act-shelter | § 4
act-shelter | § 8
act-school | kap. 24
act-school-1998 | § 15-3
act-health | § 3-3 a
act-health | §§ 7-1, 7-2 og 7-2 a
act-child | § 13-2
act-child-1992 | § 6-4
act-social | §§ 17–19
act-personnel | § 33
act-sol | 13 kap. 1 §
act-sol | 9 kap.
act-sol-2001 | 5 kap. 11 §
act-osl | 10 kap. 1 §
act-istanbul | art. 18
act-istanbul | art. 10
"""


def _when(text: str) -> When | None:
    return When(text=text) if text else None


def _guide() -> Guide:
    acts = []
    for line in _ACTS.splitlines():
        name, short, long, citation, start, end = (part.strip() for part in line.split("|"))
        acts.append(
            Act(
                id=name,
                short_name=short,
                name=long,
                citation=citation,
                valid_from=_when(start),
                valid_to=_when(end),
            )
        )
    laws = [
        Law(id=f"law-{number}", act=act, section=section)
        for number, (act, section) in enumerate(
            (part.strip() for part in line.split("|")) for line in _LAWS.splitlines()
        )
    ]
    return Guide(guide=GuideFrame(id="g", edition="1", title="G"), acts=tuple(acts), laws=tuple(laws))


GUIDE = _guide()
BOOK = law_book(GUIDE)
_OF_LAW = {law.id: f"{law.act} {law.section}" for law in GUIDE.laws}


def _told(citations: tuple[Citation, ...]) -> list[str]:
    return [" ".join(filter(None, (one.acts[0], one.section))) for one in citations]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("krisesenterlova § 8", ["act-shelter § 8"]),
        ("Krisesenterloven §§ 3 og 4", ["act-shelter § 3", "act-shelter § 4"]),
        ("§ 15-3 i opplæringslova", ["act-school-1998 § 15-3"]),
        ("barnevernloven § 6-4", ["act-child-1992 § 6-4"]),
        ("hol. § 3-3 a", ["act-health § 3-3 a"]),
        ("hol § 3-3a", ["act-health § 3-3 a"]),
        ("helse- og omsorgs\u00adtjenesteloven", []),
        ("helse- og\u00a0omsorgstjenesteloven §\u00a03-3\u00a0a", ["act-health § 3-3 a"]),
        ("helse- og\n  omsorgstjenesteloven § 7-2", ["act-health § 7-2"]),
        ("opplæringslova kap. 24", ["act-school kap. 24"]),
        ("opplæringslova kapittel 24", ["act-school kap. 24"]),
        ("opplæringslova § 24-3", ["act-school § 24-3"]),
        ("sosialtjenesteloven §§ 17–19 og 27", [f"act-social § {n}" for n in (17, 18, 19, 27)]),
        ("sosialtjenesteloven §§ 17-19", [f"act-social § {n}" for n in (17, 18, 19)]),
        ("krisesenterlova § 2 og § 33 i helsepersonelloven", ["act-shelter § 2", "act-personnel § 33"]),
        ("krisesenterlova, § 33 i helsepersonelloven", ["act-shelter", "act-personnel § 33"]),
        ("krisesenterlovas § 8", ["act-shelter § 8"]),
        ("krisesenterlova (§ 8)", ["act-shelter § 8"]),
        ("§ 13-2 første ledd i den nye barnevernsloven", ["act-child § 13-2"]),
        ("§ 4 i lov om kommunale krisesentertilbod", ["act-shelter § 4"]),
        ("section 4 of krisesenterlova", ["act-shelter § 4"]),
        ("5 kap. 11 § SoL", ["act-sol-2001 5 kap. 11 §"]),
        ("SoL 5 kap. 11 §", ["act-sol-2001 5 kap. 11 §"]),
        ("5 kap. 11 § socialtjänstlagen (2001:453)", ["act-sol-2001 5 kap. 11 §"]),
        ("13 kap. 1 § socialtjänstlagen", ["act-sol 13 kap. 1 §"]),
        ("9 kap. 5–7 §§ SoL", [f"act-sol 9 kap. {n} §" for n in (5, 6, 7)]),
        ("10 kap. 1 § OSL, 13 kap. 1 § SoL", ["act-osl 10 kap. 1 §", "act-sol 13 kap. 1 §"]),
        ("artikkel 18 i Istanbulkonvensjonen", ["act-istanbul art. 18"]),
        ("artikel 18 i Istanbulkonventionen", ["act-istanbul art. 18"]),
        ("Istanbulkonvensjonen art. 10 og 18", ["act-istanbul art. 10", "act-istanbul art. 18"]),
        ("Barnevernsloven og krisesenterlova gjelder.", ["act-child", "act-shelter"]),
        ("§ 4 og kap. 24 alene, i Hol, ved konsolen og en vårsol.", []),
        ("Krisesenterlova-utvalget og nykrisesenterlova", []),
        ("", []),
    ],
)
def test_find_in_a_text_names_act_and_section_of_each_reference(text: str, wanted: list[str]) -> None:
    """Whatever the order and the signs, each reference is the act and the section in one spelling."""
    assert _told(BOOK.find(text, DAY)) == wanted


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("krisesenterlova § 8", "act-shelter § 8"),
        ("hol. § 7-2 a", "act-health §§ 7-1, 7-2 og 7-2 a"),
        ("sosialtjenesteloven § 18", "act-social §§ 17–19"),
        ("opplæringslova § 24-3", "act-school kap. 24"),
        ("9 kap. 5 § SoL", "act-sol 9 kap."),
        ("krisesenterlova § 99", None),
        ("krisesenterlova", None),
    ],
)
def test_find_of_a_section_gives_the_provision_that_has_it(text: str, provision: str | None) -> None:
    """A section of a list, a range or a chapter of the guide is found there; one that it lacks has no provision."""
    (found,) = BOOK.find(text, DAY)
    assert _OF_LAW.get(found.law or "") == provision


@pytest.mark.parametrize(
    ("text", "day", "act"),
    [
        ("opplæringslova", DAY, "act-school"),
        ("opplæringslova", EARLIER, "act-school-1998"),
        ("opplæringslova av 1998", DAY, "act-school-1998"),
        ("opplæringslova av 17. juli 1998 nr. 61 er", DAY, "act-school-1998"),
        ("opplæringslova (LOV-1998-07-17-61)", DAY, "act-school-1998"),
        ("opplæringslova 2023", EARLIER, "act-school"),
        ("socialtjänstlagen (2001:453)", DAY, "act-sol-2001"),
        ("socialtjänstlagen (2025:400)", EARLIER, "act-sol"),
        ("socialtjänstlagen 2 kap. 1 §", DAY, "act-sol"),
        ("socialtjänstlagen 2 kap. 1 §", EARLIER, "act-sol-2001"),
    ],
)
def test_find_of_a_shared_name_is_settled_by_number_then_section_then_day(
    text: str, day: date, act: str
) -> None:
    """Of two acts with one name it is the one whose number stands there, else the one in force on the day."""
    assert BOOK.find(text, day)[0].acts[0] == act


def test_find_of_two_sections_keeps_their_places_apart() -> None:
    """The act belongs to the section beside it; the next one has a place of its own."""
    text = "Etter krisesenterloven §§ 3 og 4."
    assert [text[one.start : one.end] for one in BOOK.find(text, DAY)] == ["krisesenterloven §§ 3", "4"]


_PIECES = st.sampled_from(
    [
        "§",
        "§§",
        " ",
        "kap.",
        "5",
        "3-3 a",
        "SoL",
        "krisesenterlova",
        " i ",
        ",",
        "og",
        "–",
        "art. ",
        "(2001:453)",
        "\n",
        "İ",
        "ß",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
def test_find_in_any_text_gives_places_in_order_and_never_raises(text: str) -> None:
    """Places lie in the text, hold the words of the citation, and are the same or do not meet."""
    found = BOOK.find(text, DAY)
    assert len(plain(text)) == len(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.acts
    for one, other in itertools.pairwise(found):
        assert (one.start, one.end) == (other.start, other.end) or one.end <= other.start
    assert "".join(part for _, part in sentences(text)) == text


@pytest.mark.parametrize(
    "piece", ["krisesenterlova § 2, ", "§ 1 ", "5 kap. ", "§§ 1–", "helse- og ", "1, ", "a" * 7]
)
def test_find_in_a_text_four_times_as_long_takes_no_sixteen_times(piece: str) -> None:
    """The time grows with the length of the text, not with its square."""

    def took(count: int) -> float:
        text = "krisesenterlova " + piece * count
        best = 9.0
        for _ in range(3):
            start = process_time()
            BOOK.find(text, DAY)
            best = min(best, process_time() - start)
        return best

    assert took(8000) < 10 * took(2000) + 0.01


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Socialtjänstlagen (2001:453) gäller.", "Socialtjänstlagen (2001:453)"),
        ("1. Enligt 14 kap. 1 § SoL.\n2. Annat", "14 kap. 1 § SoL"),
        ("Etter hol. § 3-3 a.", "hol. § 3-3 a"),
        ("(krisesenterlova)", "krisesenterlova"),
        ("Opplæringslova av 1998.", "Opplæringslova av 1998"),
    ],
)
def test_find_takes_the_words_of_the_reference_and_no_sign_around_it(text: str, words: str) -> None:
    """Brackets and dots belong to the reference only where they are part of it."""
    assert [one.text for one in BOOK.find(text, DAY)] == [words]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Se kap. 24 og nr. 5. Les jf. Barnevernsloven.", 2),
        ("Etter bl.a. Krisesenterlova § 8. Videre", 2),
        ("# Tittel\n\nEn setning! En til? «Ja.»", 4),
        ("- ett\n- to", 2),
        ("ingen punktum", 1),
    ],
)
def test_sentences_of_a_text_end_at_no_abbreviation(text: str, count: int) -> None:
    """`kap.`, `nr.` and `jf.` end no sentence; paragraphs and items of lists do."""
    assert len([part for _, part in sentences(text) if part.strip()]) == count


def test_lapses_of_a_text_leave_out_what_says_so_itself() -> None:
    """A repealed act is told of, unless its sentence names the act of today or says that it was repealed."""
    guide = GUIDE.model_copy(
        update={
            "acts": tuple(
                act.model_copy(update={"replaced_by": ("act-child",)}) if act.id == "act-child-1992" else act
                for act in GUIDE.acts
            )
        }
    )
    book: LawBook = law_book(guide)
    text = "Barnevernloven er opphevet. Barnevernloven er nå barnevernsloven. Barnevernloven § 6-4 gjelder."
    (found,) = lapses(book, text, DAY)
    assert found.citation.text == "Barnevernloven § 6-4"
    assert (found.day, found.is_coming, found.successors) == (date(2023, 1, 1), False, ("act-child",))


def test_in_plan_finds_each_text_that_names_an_act() -> None:
    """The quick search over a whole plan misses none: genitives, line breaks and capitals included."""
    texts = ("KRISESENTERLOVAS § 8", "helse- og\n  omsorgstjenesteloven", "ingenting", "5 kap. 11 § SoL")
    pages = tuple(Page(path=f"{number}.md", text=text) for number, text in enumerate(texts))
    plan = Plan.model_validate({"plan": {"id": "p", "title": "P"}}).model_copy(update={"pages": pages})
    found = {one.text for one in BOOK.in_plan(Passages(plan))}
    assert found == set(texts) - {"ingenting"}


@pytest.mark.parametrize(
    ("duration", "wanted"),
    [
        ("P1Y", date(2025, 11, 22)),
        ("P1Y6M", date(2025, 5, 22)),
        ("P2W", date(2026, 11, 8)),
        ("P30D", date(2026, 10, 23)),
        ("P9M", date(2026, 2, 22)),
        ("P9999Y", None),
        ("P", None),
        ("et år", None),
    ],
)
def test_day_before_is_the_day_that_a_duration_reaches_back_to(duration: str, wanted: date | None) -> None:
    """Years, months, weeks and days are counted back; what is no duration reaches nowhere."""
    assert day_before(DAY, duration) == wanted


def test_day_before_a_leap_day_is_a_day_that_exists() -> None:
    """A year before 29 February is 28 February."""
    assert day_before(date(2028, 2, 29), "P1Y") == date(2027, 2, 28)
