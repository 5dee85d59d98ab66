"""Findings as JUnit XML, which build servers count and show. It has no standard; this follows what readers agree on:
`testsuites`, `testsuite`, `testcase`, and in a case `failure`, `skipped` or `system-out`.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from plankit.findings import Finding
from plankit.language import N_, translate
from plankit.reports.identity import Judged, shown_name
from plankit.rules.catalogue import EVERYDAY

_NOT_PRINTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535), "�")
"""What XML 1.0 cannot hold (section 2.2)."""


def junit_xml(judged: Sequence[Judged], language: str, fail_from: int) -> str:
    """A suite for each plan. A case for each finding: failed from the severity `fail_from` on, else passed with a note.

    A rule that found nothing is a case that passed; what is waived is a case that was skipped, with the reason.
    """
    root = Xml.Element("testsuites", name="plankit")
    totals = [0, 0, 0]
    for one in judged:
        suite, counts = _suite(one, language, fail_from)
        root.append(suite)
        totals = [first + second for first, second in zip(totals, counts, strict=True)]
    _count(root, totals)
    Xml.indent(root)
    # In ASCII, with every other sign as a number, so that no terminal or pipe can spoil it.
    return str(Xml.tostring(root, encoding="us-ascii", xml_declaration=True), "ascii")


def _suite(judged: Judged, language: str, fail_from: int) -> tuple[Xml.Element, list[int]]:
    loaded = judged.loaded
    suite = Xml.Element("testsuite", name=_clean(judged.path))
    for finding in loaded.findings:
        case = _case(suite, judged, finding)
        if finding.severity >= fail_from:
            failure = Xml.SubElement(
                case, "failure", message=_clean(finding.message), type=finding.severity.word
            )
            failure.text = _told(judged, finding)
        else:
            Xml.SubElement(case, "system-out").text = _told(judged, finding)
    for one in loaded.waived:
        case = _case(suite, judged, one.finding)
        words = translate(N_("Waived until {date}: {reason}"), language)
        reason = words.format(date=one.waiver.expires.text, reason=one.waiver.reason)
        Xml.SubElement(case, "skipped", message=_clean(reason)).text = _told(judged, one.finding)
    named = {finding.code for finding in loaded.findings} | {one.finding.code for one in loaded.waived}
    for rule in EVERYDAY:
        if rule.check is not None and rule.code not in named and loaded.plan is not None:
            Xml.SubElement(suite, "testcase", classname=judged.name, name=f"{rule.code} {rule.name}")
    counts = [len(suite), len(suite.findall("*/failure")), len(suite.findall("*/skipped"))]
    _count(suite, counts)
    return suite, counts


def _count(element: Xml.Element, counts: Sequence[int]) -> None:
    tests, failures, skipped = counts
    element.attrib.update(tests=str(tests), failures=str(failures), errors="0", skipped=str(skipped))


def _case(suite: Xml.Element, judged: Judged, finding: Finding) -> Xml.Element:
    where = ".".join(filter(None, (judged.name, finding.subject)))
    return Xml.SubElement(
        suite,
        "testcase",
        classname=where,
        name=f"{finding.code} {finding.name}",
        file=_clean(shown_name(judged.path, finding.place.file)),
        line=str(finding.place.line),
    )


def _told(judged: Judged, finding: Finding) -> str:
    place = f"{shown_name(judged.path, finding.place.file)}:{finding.place.line}:{finding.place.column}"
    return _clean("\n".join(filter(None, (f"{place}: {finding.message}", finding.hint))))


def _clean(text: str) -> str:
    return text.translate(_NOT_PRINTED)
