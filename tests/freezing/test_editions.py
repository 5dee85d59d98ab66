"""A site holds the adopted text, and beside it the draft of the next; each page says which it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.freezing.building import TODAY, build, edit, make_plan, seal
from tests.site.building import difference, tree

from plankit.freezing.manifest import MANIFEST
from plankit.freezing.verdicts import Grade
from plankit.freezing.verifying import verify_published
from plankit.model.seal import checksum


class Built(NamedTuple):
    """A plan and the sites of it: without a seal, sealed, and with a draft beside."""

    plan: Path
    unsealed: Path
    sealed: Path
    drafted: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built once: the plan as it is, sealed, then with another deadline, a new measure and a report."""
    place = tmp_path_factory.mktemp("editions")
    plan = make_plan(place / "plan")
    build(plan, place / "unsealed")
    seal(plan)
    build(plan, place / "sealed")
    edit(plan, "deadline: 2028", "deadline: 2029")
    edit(plan, "Vik helsestasjon, channel", "Helsestasjonen i Vik, channel")
    (plan / "progress.yaml").write_text(
        "progress:\n- {measure: m2, date: 2027-02-01, status: pågår, result: Rutinen er skrevet.}\n",
        encoding="utf-8",
    )
    build(plan, place / "drafted")
    return Built(plan, place / "unsealed", place / "sealed", place / "drafted")


def _pages(site: Path) -> dict[str, str]:
    found = (path for path in site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_site_without_a_seal_says_the_stage_and_nothing_more(built: Built) -> None:
    """No page claims to be adopted text, and none carries a checksum that every edit would change."""
    for name, text in _pages(built.unsealed).items():
        assert "Gjeldende · " in text, name
        assert "pk-standing" not in text, name
        assert "pk-checksum" not in text, name
    assert not (built.unsealed / "seal.json").exists()


def test_site_of_the_sealed_text_says_so_on_every_page(built: Built) -> None:
    """Version, body, day, case number and checksum stand on each page; there is no draft."""
    seal_values = json.loads((built.sealed / "seal.json").read_text(encoding="utf-8"))
    for name, text in _pages(built.sealed).items():
        for words in ("1.0", "Kommunestyret, 10. desember 2026", "PS 26/14", seal_values["content"][:12]):
            assert words in text, (name, words)
    assert not (built.sealed / "draft").exists()


def test_draft_lies_beside_the_adopted_text_and_each_links_to_the_other(built: Built) -> None:
    """The adopted pages keep the adopted deadline, the draft's have the new; each leads to the other."""
    adopted = {name: text for name, text in _pages(built.drafted).items() if not name.startswith("draft/")}
    draft = _pages(built.drafted / "draft")
    assert "2028" in adopted["measures.html"]
    assert "2029" not in adopted["measures.html"]
    assert "2029" in draft["measures.html"]
    for name, text in adopted.items():
        assert f'href="{"../" * name.count("/")}draft/index.html"' in text, name
        assert "noindex" not in text, name
    for name, text in draft.items():
        assert f'href="{"../" * (name.count("/") + 1)}index.html"' in text, name
        assert 'role="note"' in text, name
        assert '<meta name="robots" content="noindex">' in text, name


def test_draft_lists_what_is_changed(built: Built) -> None:
    """The page of changes has the deadline, and neither the report nor the contact, which are no part of it."""
    page = (built.drafted / "draft" / "changes.html").read_text(encoding="utf-8")
    assert "Undervisning på alle trinn" in page
    assert "2028" in page
    assert "2029" in page
    assert "Rutinen er skrevet" not in page
    assert not (built.drafted / "changes.html").exists()


def test_adopted_text_has_the_reports_and_contacts_of_today(built: Built) -> None:
    """What lives on is never out of date, also where the text is frozen."""
    assert "Helsestasjonen i Vik" in (built.drafted / "help.html").read_text(encoding="utf-8")
    assert any("Rutinen er skrevet" in text for text in _pages(built.drafted).values())


def test_manifest_has_the_checksum_of_every_file(built: Built) -> None:
    """What is published can be compared with its list, file by file."""
    for site in (built.unsealed, built.sealed, built.drafted, built.drafted / "draft"):
        values = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
        there = {
            name: value
            for name, value in tree(site).items()
            if name not in (MANIFEST, ".plankit-site") and not name.startswith("draft/")
        }
        assert values["files"] == there
        assert values["day"] == TODAY.isoformat()


def test_draft_goes_when_the_text_is_the_adopted_one_again(built: Built, tmp_path: Path) -> None:
    """A build over an earlier one with a draft leaves the same files as a first build."""
    plan = make_plan(tmp_path / "plan")
    seal(plan)
    edit(plan, "deadline: 2028", "deadline: 2029")
    build(plan, tmp_path / "out")
    assert (tmp_path / "out" / "draft" / "index.html").is_file()
    edit(plan, "deadline: 2029", "deadline: 2028")
    build(plan, tmp_path / "out")
    build(plan, tmp_path / "first")
    assert difference(tmp_path / "out", tmp_path / "first") == ""


def test_published_site_is_proven_identical(built: Built, tmp_path: Path) -> None:
    """Built again from the sealed version, the site has the same bytes; the draft beside it does not matter."""
    verdict = verify_published(built.drafted, built.plan)
    assert (verdict.grade, verdict.files) == (Grade.IDENTICAL, ())
    assert tree(tmp_path) == {}


def test_site_that_somebody_touched_is_not_the_adopted_text(built: Built, tmp_path: Path) -> None:
    """A word put right in the published page is found, and so are files that came or went."""
    site = _copy(built.drafted, tmp_path / "site")
    (site / "agencies.html").write_text("changed", encoding="utf-8")
    (site / "extra.html").write_text("more", encoding="utf-8")
    (site / "goals.html").unlink()
    verdict = verify_published(site, built.plan)
    assert verdict.grade is Grade.NOT_ADOPTED
    assert dict(verdict.files) == {"agencies.html": "differs", "extra.html": "extra", "goals.html": "missing"}


def test_site_with_a_forged_manifest_is_not_the_adopted_text(built: Built, tmp_path: Path) -> None:
    """Putting the manifest right as well does not help: the page is compared with what the seal gives."""
    site = _copy(built.drafted, tmp_path / "site")
    page = site / "measures.html"
    page.write_text(page.read_text(encoding="utf-8").replace("2028", "2038"), encoding="utf-8")
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"]["measures.html"] = checksum(page.read_bytes())
    (site / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    verdict = verify_published(site, built.plan)
    assert (verdict.grade, verdict.files) == (Grade.NOT_ADOPTED, (("measures.html", "differs"),))


def test_site_made_by_another_version_is_graded_honestly(built: Built, tmp_path: Path) -> None:
    """Other bytes from another plankit are no proof against it and none for it."""
    site = _copy(built.drafted, tmp_path / "site")
    page = site / "measures.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- older -->", encoding="utf-8")
    manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"]["measures.html"] = checksum(page.read_bytes())
    manifest["made_with"]["plankit"] = "2020.1"
    (site / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    verdict = verify_published(site, built.plan)
    assert verdict.grade is Grade.SAME_CONTENT
    assert not verdict.is_proven
    assert any("plankit 2020.1" in values.get("said", "") for _, values in verdict.reasons)


@pytest.mark.parametrize("which", ["draft", "unsealed"])
def test_draft_and_unsealed_site_are_not_the_adopted_text(built: Built, which: str) -> None:
    """What says of itself that it is not adopted is believed at once."""
    site = built.drafted / "draft" if which == "draft" else built.unsealed
    assert verify_published(site, built.plan).grade is Grade.NOT_ADOPTED


def _copy(site: Path, to: Path) -> Path:
    shutil.copytree(site, to)
    return to
