"""What `check --fix` mends and what it leaves alone; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

import plankit
from plankit.findings import Severity
from plankit.fixing.catalogue import FIXES
from plankit.fixing.mending import Mended, Offer, mended
from plankit.guides import load_guide
from plankit.model.guide import Guide
from plankit.model.names_of_ids import LONGEST, id_of_words
from plankit.rules.catalogue import BY_CODE

TODAY = date(2026, 11, 22)
GUIDE = """\
guide: {id: g, edition: '1', title: G}
agencies:
- id: governor
  name: {nb: Statsforvalteren, en: County governor}
  level: state-local
  former_names: [{name: fylkesmannen, until: '2020', forms: [fylkesmann, fylkesmannens, fylkesmennene]}]
acts:
- {id: act-shelter, name: lov om kommunale krisesentertilbod, short_name: krisesenterlova}
- {id: act-local, name: kommuneloven, short_name: kommuneloven}
laws:
- {id: law-shelter-4, act: act-shelter, section: § 4}
- {id: law-shelter-8, act: act-shelter, section: § 8, valid_to: '2020-12-31', replaced_by: law-local-25-1}
- {id: law-shelter-9, act: act-shelter, section: § 9, valid_to: '2020-12-31', replaced_by: [law-local-25-1, law-local-25-2]}
- {id: law-shelter-7, act: act-shelter, section: § 7, valid_to: '2020-12-31'}
- {id: law-local-25-1, act: act-local, section: § 25-1, valid_from: '2021-01-01'}
- {id: law-local-25-2, act: act-local, section: § 25-2, valid_from: '2021-01-01'}
"""
FRAME = "plan: {id: p, title: P, language: nb, guide: {id: g, edition: '1'}}\n"

Mend = Callable[..., Mended]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A small guide with a body that was renamed and provisions that were repealed."""
    packs = tmp_path_factory.mktemp("packs")
    (packs / "g").mkdir()
    (packs / "g" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    found, problems = load_guide("g", packs)
    assert found is not None
    assert problems == ()
    return found


@pytest.fixture
def mend(tmp_path: Path, guide: Guide) -> Mend:
    """Mends a plan of the given files; `yes` is what is said to every question."""

    def call(files: Mapping[str, str | bytes], *, yes: bool = True) -> Mended:
        folder = tmp_path / "plan"
        for name, text in {"plan.yaml": FRAME, **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return mended(folder, accept=lambda offer: yes, today=TODAY, language="en", guide=guide)

    return call


def text_of(found: Mended, name: str) -> str:
    """The file as it is afterwards."""
    return found.after[name].decode()


def swaps(found: Mended) -> list[tuple[str, str]]:
    """What was put in place of what."""
    return [(one.mend.old, one.mend.new) for one in found.taken]


@pytest.mark.parametrize("name", ["fjordvik", "real/no-hurum", "real/se-umea"])
def test_plan_without_anything_to_mend_stays_byte_for_byte(name: str) -> None:
    """The example plans hold nothing that a program may mend unasked."""
    folder = Path(__file__).parents[2] / "examples" / name
    found = mended(folder, accept=lambda offer: False, today=TODAY)
    assert (found.taken, found.after) == ((), {})


@pytest.mark.parametrize(
    "sentence",
    [
        "I 2018 ga Fylkesmannen tilskudd.",
        "Fylkesmannen i Hordaland fører tilsyn.",
        "Brevet sa at «Fylkesmannen skal føre tilsyn».",
        "Fylkesmennene møttes.",
    ],
)
def test_old_name_that_a_person_must_look_at_stays(mend: Mend, sentence: str) -> None:
    """What was so then, one office, words of others, and inflections that cannot be carried over."""
    found = mend(
        {"d.yaml": f"measures:\n- {{id: m, title: M, description: '{sentence}'}}\n", "a.md": sentence}
    )
    assert found.after == {}


@pytest.mark.parametrize("law", ["krisesenterlova § 9", "krisesenterlova § 7", "krisesenterlova §§ 4 og 8"])
def test_provision_without_one_successor_stays(mend: Mend, law: str) -> None:
    """Several successors, none, or words that do not name act and section together."""
    assert mend({"d.yaml": f"measures:\n- {{id: m, title: M, legal_source: [{law}]}}\n"}).after == {}


@pytest.mark.parametrize("kind", ["progress", "decisions"])
def test_record_of_what_was_said_stays(mend: Mend, kind: str) -> None:
    """A report or a decision is not rewritten because a body got another name."""
    entry = {
        "progress": "{measure: m, date: 2026-01-01, what_next: Spørre fylkesmannen, text: Spurte fylkesmannen}",
        "decisions": "{kind: vedtatt, body: Kommunestyret, date: 2026-01-01, text: Sendes fylkesmannen}",
    }[kind]
    assert mend({"d.yaml": f"measures: [{{id: m, title: M}}]\n{kind}:\n- {entry}\n"}, yes=False).after == {}


def test_waived_finding_is_not_mended(mend: Mend) -> None:
    """What the municipality accepts for now is left alone."""
    text = (
        "measures: [{id: m, title: M, description: Fylkesmannen ser til.}]\n"
        "waivers: [{code: PK604, item: m, reason: Sitat, expires: 2027-12-31}]\n"
    )
    assert mend({"d.yaml": text}).after == {}


def test_word_that_is_not_near_any_stays(mend: Mend) -> None:
    """A key or word that only happens to have a nearest neighbour is no slip."""
    assert mend({"d.yaml": "measures: [{id: m, title: M, datum: 2027, status: fort}]\n"}).after == {}


def test_key_that_is_there_already_is_not_written_twice(mend: Mend) -> None:
    """`dealine` beside `deadline` is for a person to settle."""
    assert mend({"d.yaml": "measures: [{id: m, title: M, deadline: 2027, dealine: 2028}]\n"}).after == {}


def test_change_that_would_bring_an_error_is_left_and_told(mend: Mend) -> None:
    """A value that nobody read becomes one that is wrong: the key stays as it is; the rest is mended all the same."""
    text = "waivers:\n- {code: PK205, reason: R, expire: 2027-13-45}\nmeasures: [{title: Åpent hus}]\n"
    found = mend({"d.yaml": text})
    assert text_of(found, "d.yaml") == text.replace("Åpent hus", "Åpent hus, id: apent-hus")
    assert [one.finding.code for one in found.harmful] == ["PK014"]


def test_question_that_is_answered_no_changes_nothing(mend: Mend) -> None:
    """What asks is refused and told, once for each."""
    found = mend({"d.yaml": "measures: [{id: m, title: M, dealine: 2027, status: igangsat}]\n"}, yes=False)
    assert found.after == {}
    assert sorted(one.mend.new for one in found.refused) == ["deadline", "igangsatt"]


def test_missing_ids_are_made_of_titles_and_unique(mend: Mend) -> None:
    """Two entries of the same title get two ids; a step gets one too; comments and layout stay."""
    text = (
        "measures:  # alle\n- title: 'Ærlig & åpen'   # den første\n  status: ongoing\n- {title: 'Ærlig & åpen'}\n"
        "procedures:\n- {id: pr, title: P, steps: [{text: Ring politiet}]}\n"
    )
    found = mend({"d.yaml": text})
    assert text_of(found, "d.yaml") == (
        "measures:  # alle\n- title: 'Ærlig & åpen'   # den første\n  id: aerlig-apen\n  status: ongoing\n"
        "- {title: 'Ærlig & åpen', id: aerlig-apen-2}\n"
        "procedures:\n- {id: pr, title: P, steps: [{text: Ring politiet, id: ring-politiet}]}\n"
    )


def test_slips_in_keys_ids_and_words_are_put_right(mend: Mend) -> None:
    """A key, an id in the short form, and a coded word; each after a yes."""
    text = "agencies: [{id: school, name: S}]\nmeasures:\n- id: m\n  title: M\n  responsible: scool # x\n  stauts: 'igangsat'\n"
    found = mend({"d.yaml": text})
    assert text_of(found, "d.yaml").endswith("  responsible: school # x\n  status: 'igangsatt'\n")
    assert all(one.asks for one in found.taken)


def test_slip_in_a_kind_brings_its_entries_back(mend: Mend) -> None:
    """A misspelt kind at the top of a file is a key as any other."""
    assert text_of(mend({"d.yaml": "mesures: [{id: m, title: M}]\n"}), "d.yaml").startswith("measures: [")


def test_old_name_is_swapped_in_values_prose_and_genitive(mend: Mend) -> None:
    """Every one in a text, in the case that the old one had; ends of lines and the byte order mark apart."""
    page = "\ufeff---\r\ntitle: Fylkesmannen ser\r\n---\r\n# T\r\n\r\nVi spør fylkesmannen.\r\nFylkesmannens svar kom.\r\n"
    found = mend(
        {"a.md": page.encode(), "d.yaml": "measures: [{id: m, title: Fylkesmannen og fylkesmannen}]\n"}
    )
    assert text_of(found, "a.md") == (
        "---\r\ntitle: Statsforvalteren ser\r\n---\r\n# T\r\n\r\nVi spør statsforvalteren.\r\nStatsforvalterens svar kom.\r\n"
    )
    assert text_of(found, "d.yaml") == "measures: [{id: m, title: Statsforvalteren og statsforvalteren}]\n"


def test_successor_stands_in_words_keys_and_prose(mend: Mend) -> None:
    """In a reference of one text, in one of parts, in a duty and on a page."""
    text = (
        "measures: [{id: m, title: M, legal_source: [krisesenterlova § 8, "
        "{text: krisesenterlova § 8, law: krisesenterlova, section: § 8}]}]\n"
        "duties:\n- {title: D, law: krisesenterlova, section: § 8}\n"
    )
    found = mend({"d.yaml": text, "a.md": "Se krisesenterlova § 4 og krisesenterlova § 8.\n"})
    assert text_of(found, "d.yaml") == text.replace("krisesenterlova", "kommuneloven").replace(
        "§ 8", "§ 25-1"
    )
    assert text_of(found, "a.md") == "Se krisesenterlova § 4 og kommuneloven § 25-1.\n"


MANY = {
    "d.yaml": (
        "agencies: [{id: school, name: S}]\nmeasures:\n- {title: T, responsible: scool, dealine: 2027}\n"
        "- {title: T, status: igangsat, description: Fylkesmannen og krisesenterlova § 8.}\n"
    ),
    "a.md": "Fylkesmannen. Fylkesmannen. Etter krisesenterlova § 8.\n",
}


def test_mending_twice_is_mending_once(mend: Mend) -> None:
    """What is mended holds nothing more to mend."""
    once = mend(MANY)
    assert once.taken
    assert mend(dict(once.after)).after == {}


def test_mending_adds_no_error_and_no_finding_to_what_could_be_read(
    mend: Mend, tmp_path: Path, guide: Guide
) -> None:
    """Afterwards there is no error; findings that are new belong to entries that could not be read before."""
    before_ids = {"school"}
    found = mend(MANY)
    old = plankit.load(tmp_path / "plan", guide=guide, today=TODAY, language="en")
    for name, data in found.after.items():
        (tmp_path / "plan" / name).write_bytes(data)
    new = plankit.load(tmp_path / "plan", guide=guide, today=TODAY, language="en")
    assert [one for one in new.findings if one.severity is Severity.ERROR] == []
    known = {(one.code, one.subject, one.message) for one in old.findings}
    added = [one for one in new.findings if (one.code, one.subject, one.message) not in known]
    assert [one for one in added if one.subject is None or one.subject in before_ids] == []


def test_mending_writes_nothing_itself(mend: Mend, tmp_path: Path) -> None:
    """The folder is as it was; what would be there is in the result."""
    found = mend(MANY)
    assert {name: (tmp_path / "plan" / name).read_bytes() for name in found.before} == dict(found.before)


def test_offers_are_asked_about_once(tmp_path: Path, guide: Guide, mend: Mend) -> None:
    """Many rounds ask nobody twice."""
    mend(MANY)
    asked: list[Offer] = []

    def accept(offer: Offer) -> bool:
        asked.append(offer)
        return False

    mended(tmp_path / "plan", accept=accept, today=TODAY, language="en", guide=guide)
    assert len(asked) == len({one.key for one in asked}) > 0


def test_table_of_fixes_names_rules_that_exist() -> None:
    """Each code is one of the catalogue."""
    assert set(FIXES) <= set(BY_CODE)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Åpent hus", "apent-hus"),
        ("  «Ærlig» & åpen! ", "aerlig-apen"),
        ("…", ""),
        ("ord " * 20, "ord-ord-ord-ord-ord-ord-ord-ord-ord-ord"),
        ("a" * 60, "a" * LONGEST),
    ],
)
def test_id_of_words_is_ascii_and_short(words: str, made: str) -> None:
    """Letters of the north become ASCII; long titles are cut between words."""
    assert id_of_words(words) == made
