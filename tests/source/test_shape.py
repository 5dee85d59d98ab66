"""One slip is one finding, and the rest of the entry stays."""

from __future__ import annotations

import pytest
from tests.conftest import FORMAT_RULES, WritePlan

from plankit import load
from plankit.findings import Finding
from plankit.model.plan import Plan

FRAME = "plan:\n  id: p\n  title: T\n"


def read(write_plan: WritePlan, text: str) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan of the frame and `text`, and every finding of files and format."""
    loaded = load(write_plan({"plan.yaml": FRAME + text}), rules=FORMAT_RULES)
    assert loaded.plan is not None
    return loaded.plan, loaded.findings


def brief(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each."""
    return [(finding.code, finding.place.line, finding.place.column) for finding in findings]


@pytest.mark.parametrize(
    ("text", "place", "suggestion"),
    [
        ("mesures:\n  - {id: m, title: T}\n", (4, 1), "measures"),
        ("measures:\n  - id: m\n    title: T\n    dedline: x\n", (7, 5), "deadline"),
        ("measures:\n  - {id: m, title: T, deadline: {text: x, begin: '2027', sart: '2027'}}\n", (5, 58), "start"),
        ("procedures:\n  - id: r\n    title: T\n    steps:\n      - id: s\n        what: W\n        fallbak: s\n", (10, 9), "fallback"),
        ("sections:\n  - heading: A\n    children:\n      - heading: B\n        children:\n          - hedding: C\n            heading: C\n", (9, 13), "heading"),
        ("process:\n  groups:\n    - name: G\n      membres: x\n", (7, 7), "members"),
        ("measures:\n  - {id: m, title: T, responsible: [{agencey: x}]}\n", (5, 38), "agency"),
    ],
    ids=["top", "entry", "flow", "step", "section-in-section", "process", "responsible"],
)  # fmt: skip
def test_unknown_key_is_reported_with_the_nearest_known(
    write_plan: WritePlan, text: str, place: tuple[int, int], suggestion: str
) -> None:
    """The suggestion comes from the keys of the very entry that the key stands in."""
    _, findings = read(write_plan, text)
    hits = [f for f in findings if f.code == "PK014" and (f.place.line, f.place.column) == place]
    assert len(hits) == 1
    assert suggestion in (hits[0].hint or "")


def test_unknown_key_that_resembles_nothing_gets_no_suggestion(write_plan: WritePlan) -> None:
    """A far-fetched suggestion would mislead."""
    _, (finding,) = read(write_plan, "measures:\n  - {id: m, title: T, zzqx: red}\n")
    assert "Did you mean" not in (finding.hint or "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("measures:\n  -\n  - id: m\n    title: T\n    dedline:\n", (8, 5)),
        ("process:\n  groups:\n    -\n    - name: G\n      membres:\n", (8, 7)),
    ],
)
def test_unknown_key_without_value_is_reported(
    write_plan: WritePlan, text: str, place: tuple[int, int]
) -> None:
    """A misspelt key is a slip before anything stands behind it, too."""
    _, findings = read(write_plan, text)
    assert brief(findings) == [("PK014", *place)]


def test_language_without_text_is_absent(write_plan: WritePlan) -> None:
    """A translation that is still to come is no unknown key."""
    plan, findings = read(
        write_plan, "notes: {nb: N, nn: }\nmeasures:\n  - id: m\n    title: {nb: T, nn: }\n"
    )
    assert findings == ()
    assert plan.measures[0].model_dump(mode="json")["title"] == {"nb": "T"}


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("measures:\n  - id: m\n    number: '1'\n", (5, 5), "title"),
        ("procedures:\n  - id: r\n    title: T\n    steps:\n      - id: s\n        who: W\n", (8, 9), "what"),
        ("contacts:\n  - {party: P, value: V}\n", (5, 5), "channel"),
    ],
    ids=["title", "step", "contact"],
)
def test_missing_key_is_reported_at_the_entry_that_lacks_it(
    write_plan: WritePlan, text: str, place: tuple[int, int], key: str
) -> None:
    """There is no line for what is not there; the entry is the nearest place."""
    _, findings = read(write_plan, text)
    assert brief(findings) == [("PK015", *place)]
    assert f"“{key}”" in findings[0].message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("measures: x\n", (4, 11)),
        ("measures: {id: m, title: T}\n", (4, 11)),
        ("process: x\n", (4, 10)),
        ("measures:\n  - x\n", (5, 5)),
        ("measures:\n  - id: m\n    title: T\n    goals: {a: b}\n", (7, 12)),
        ("measures:\n  - id: m\n    title: T\n    number: [1]\n", (7, 13)),
        ("measures:\n  - id: m\n    title: T\n    cost: [1]\n", (7, 11)),
    ],
)
def test_wrong_shape_is_reported_at_the_value(
    write_plan: WritePlan, text: str, place: tuple[int, int]
) -> None:
    """A list, a mapping and a text are told apart, once for each slip."""
    _, findings = read(write_plan, text)
    assert brief(findings) == [("PK016", *place)]
    assert "“?”" not in findings[0].message


@pytest.mark.parametrize("value", ["[a, b]", "[[a]]", "{nb: [a]}", "{nb: {en: x}}", "{}"])
def test_text_of_wrong_shape_gives_one_finding(write_plan: WritePlan, value: str) -> None:
    """A text may be a mapping of languages too; that is no reason to complain twice."""
    plan, findings = read(write_plan, f"measures:\n  - id: m\n    title: T\n    description: {value}\n")
    assert brief(findings) == [("PK016", 7, 18)]
    assert (plan.measures[0].title, plan.measures[0].description) == ("T", None)


@pytest.mark.parametrize("tag", ["bokmål", "NB", "nb_NO", "n", "nb-easy"])
def test_text_under_a_language_that_is_none_gives_one_finding(write_plan: WritePlan, tag: str) -> None:
    """Languages are written as in the reference: `nb`, `nn`, `en`, `nb-easy-read`."""
    _, findings = read(write_plan, f"measures:\n  - id: m\n    title: {{{tag}: T}}\n")
    assert brief(findings) == [("PK027", 6, 12)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("goals: 'a b'", "PK018"),
        ("cost: {text: x, amount: mye}", "PK025"),
        ("empty: [goals]", "PK016"),
        ("empty: [[goals, unknown]]", "PK016"),
        ("empty: {goals: [unknown]}", "PK016"),
        ("capacity: {waiting_list: [a, {b: c}]}", "PK016"),
        ("cost: {text: x, amount: 1e999999999}", "PK025"),
        ("deadline: {text: x, start: 2027-13}", "PK024"),
        ("deadline: {text: x, kind: sometimes}", "PK017"),
        ("capacity: {waiting_list: 'yes'}", "PK026"),
        ("empty: {goals: forgotten}", "PK017"),
        ("colour: red", "PK014"),
        ("description: {norsk: x}", "PK027"),
        ("number: {a: b}", "PK016"),
    ],
)
def test_bad_value_does_not_make_the_entry_vanish(write_plan: WritePlan, line: str, code: str) -> None:
    """The slip is one finding; the rest stays, and references to the entry are good."""
    text = f"measures:\n  - id: m\n    title: T\n    {line}\n    location: L\nprogress:\n  - {{measure: m, date: '2027'}}\n"
    plan, findings = read(write_plan, text)
    assert [finding.code for finding in findings] == [code]
    assert findings[0].subject == "m"
    (measure,) = plan.measures
    assert (measure.id, measure.title, measure.location) == ("m", "T", "L")


def test_bad_value_deep_in_an_entry_leaves_what_stands_beside_it(write_plan: WritePlan) -> None:
    """A slip in one step takes neither the step nor its neighbours away, so nothing dangles."""
    text = """\
procedures:
  - id: r
    title: T
    steps:
      - {id: s1, what: A, colour: red, next: [{step: s2}, {step: s3, condition: {nb: [x]}}]}
      - {id: s2, who: W}
      - {id: s3, what: C, end: maybe}
answers:
  - {requirement: k, state: met, where: [r.s1, r.s2, r.s3]}
"""
    plan, findings = read(write_plan, text)
    assert sorted(finding.code for finding in findings) == ["PK014", "PK015", "PK016", "PK026"]
    steps = plan.procedures[0].steps
    assert [(step.id, step.what) for step in steps] == [("s1", "A"), ("s2", ""), ("s3", "C")]
    assert [following.step for following in steps[0].next] == ["s2", "s3"]


def test_part_that_cannot_be_mended_is_left_out_alone(write_plan: WritePlan) -> None:
    """A role without an id is nothing; the other roles of the agency stay."""
    plan, findings = read(
        write_plan, "agencies:\n  - id: a\n    name: N\n    roles: [{title: A}, {id: r, title: B}]\n"
    )
    assert brief(findings) == [("PK015", 7, 13)]
    assert [role.id for role in plan.agencies[0].roles] == ["r"]


def test_several_slips_in_one_entry_are_all_reported(write_plan: WritePlan) -> None:
    """Whoever mends a file wants to know everything at once, not one slip for each run."""
    text = """\
measures:
  - id: m
    titel: T
    goals: ['a b', g, 'c d']
    deadline: {text: x, end: 2027-02-30, start: soon}
    cost: {text: x, amount: mye, colour: red}
    capacity: {waiting_list: perhaps}
"""
    plan, findings = read(write_plan, text)
    assert brief(findings) == [
        ("PK015", 5, 5),
        ("PK014", 6, 5),
        ("PK018", 7, 13),
        ("PK029", 7, 13),
        ("PK018", 7, 23),
        ("PK024", 8, 30),
        ("PK024", 8, 49),
        ("PK025", 9, 29),
        ("PK014", 9, 34),
        ("PK026", 10, 30),
    ]
    assert plan.measures[0].goals == ("g",)


def test_each_bad_reason_for_an_empty_field_is_reported_at_its_place(write_plan: WritePlan) -> None:
    """And a good reason beside them is kept."""
    text = "measures:\n  - id: m\n    title: T\n    empty: {goals: no, cost: unknown, areas: nope}\n"
    plan, findings = read(write_plan, text)
    assert brief(findings) == [("PK017", 7, 20), ("PK017", 7, 46)]
    assert dict(plan.measures[0].empty) == {"cost": "unknown"}


def test_reference_to_an_entry_that_was_lost_is_not_reported(write_plan: WritePlan) -> None:
    """An entry without the measure it reports on cannot be kept; references to it are good all the same."""
    plan, findings = read(
        write_plan,
        "progress:\n  - {id: r1, date: '2027'}\nanswers:\n  - {requirement: k, state: met, where: r1}\n",
    )
    assert [finding.code for finding in findings] == ["PK015"]
    assert plan.progress == ()


def test_entry_whose_id_is_none_is_left_out_with_one_finding(write_plan: WritePlan) -> None:
    """An entry that nobody can refer to is not kept; its neighbours are."""
    plan, findings = read(write_plan, "goals:\n  - {id: å, text: A}\n  - {id: g, text: B}\n")
    assert brief(findings) == [("PK018", 5, 10)]
    assert [goal.id for goal in plan.goals] == ["g"]


def test_unknown_value_lists_what_is_allowed_and_suggests(write_plan: WritePlan) -> None:
    """The codes that are allowed stand in the message, the nearest in the hint."""
    _, (finding,) = read(write_plan, "measures:\n  - {id: m, title: T, empty: {goals: not-statd}}\n")
    assert finding.code == "PK017"
    assert all(word in finding.message for word in ("not-statd", "not-stated", "not-applicable", "unknown"))
    assert "not-stated" in (finding.hint or "")


def test_words_with_braces_in_a_file_are_shown_as_they_are(write_plan: WritePlan) -> None:
    """What a file holds is never taken for a pattern to fill in."""
    _, (finding,) = read(write_plan, "'{key.__class__}': x\n")
    assert "{key.__class__}" in finding.message


@pytest.mark.parametrize("key", ["path", "text"])
def test_key_of_a_page_that_its_file_tells_is_refused_in_the_head(write_plan: WritePlan, key: str) -> None:
    """A page is where its file is, and holds what stands below its head."""
    folder = write_plan({"plan.yaml": FRAME, "a.md": f"---\n{key}: x\n---\nBody\n"})
    loaded = load(folder, rules=())
    assert [(f.code, f.place.file, f.place.line) for f in loaded.findings] == [("PK014", "a.md", 2)]
    assert loaded.plan is not None
    assert (loaded.plan.pages[0].path, loaded.plan.pages[0].text) == ("a.md", "Body\n")


@pytest.mark.parametrize("head", ["- a", "words", "[]"])
def test_page_whose_head_holds_no_keys_is_reported_and_kept(write_plan: WritePlan, head: str) -> None:
    """The text below the head is not lost."""
    loaded = load(write_plan({"plan.yaml": FRAME, "a.md": f"---\n{head}\n---\nBody\n"}), rules=())
    assert [(f.code, f.place.file) for f in loaded.findings] == [("PK028", "a.md")]
    assert loaded.plan is not None
    assert loaded.plan.pages[0].text == "Body\n"


def test_page_whose_head_is_broken_is_kept(write_plan: WritePlan) -> None:
    """A slip in the head is a finding with the line of the page, and the text stays."""
    loaded = load(write_plan({"plan.yaml": FRAME, "a.md": "---\ntitle: a: b\n---\nBody\n"}), rules=())
    assert [(f.code, f.place.file, f.place.line) for f in loaded.findings] == [("PK006", "a.md", 2)]
    assert loaded.plan is not None
    assert loaded.plan.pages[0].text == "Body\n"


def test_frame_written_in_two_files_is_reported_at_the_second(write_plan: WritePlan) -> None:
    """The first frame counts; the message says where it stands."""
    loaded = load(write_plan({"plan.yaml": FRAME, "b.yaml": "\nplan: {id: q, title: U}\n"}), rules=())
    (finding,) = loaded.findings
    assert (finding.code, str(finding.place)) == ("PK020", "b.yaml:2:1")
    assert "plan.yaml:2:3" in finding.message
    assert loaded.plan is not None
    assert loaded.plan.plan.id == "p"


def test_id_used_twice_names_both_places(write_plan: WritePlan) -> None:
    """Across kinds and files alike."""
    files = {
        "plan.yaml": FRAME + "goals:\n  - {id: x, text: A}\n",
        "b.yaml": "measures:\n  - {title: T, id: x}\n",
    }
    (finding,) = load(write_plan(files), rules=()).findings
    assert (finding.code, str(finding.place)) == ("PK019", "b.yaml:2:20")
    assert "plan.yaml:5:10" in finding.message


def test_format_that_is_not_known_is_reported(write_plan: WritePlan) -> None:
    """A file of a later plankit is not taken for one of today."""
    loaded = load(write_plan({"plan.yaml": f"format: '2'\n{FRAME}"}), rules=())
    assert brief(loaded.findings) == [("PK021", 1, 9)]
