"""A municipality's own Word template: what is its own stays, what is asked for is filled in, the rest is told of."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx.shared import Pt
from tests.metadata import assert_no_traces
from tests.word import building as b
from tests.word import municipal as m

from plankit.papers.case_paper import case_paper
from plankit.word.templates import TemplateUnfit


def _made(folder: Path, template: bytes, name: str = "mal.docx") -> bytes:
    plan = b.reading(folder / "plan")
    return b.written(b.paper(*b.every_block()), plan, m.saved(folder, template, name))


def _refused(folder: Path, template: bytes, name: str = "mal.docx") -> str:
    with pytest.raises(TemplateUnfit) as told:
        _made(folder, template, name)
    return told.value.message.format(**{"hint": "", "near": "", **dict(told.value.values)})


@pytest.mark.parametrize("name", ["mal.docx", "mal.dotx"])
def test_plain_template_keeps_its_page_head_and_foot(tmp_path: Path, name: str) -> None:
    """Margins, logo, head, foot and text of the template are there, and the paper comes after its text."""
    template = m.municipal("Vår ref:")
    data = _made(tmp_path, m.as_dotx(template) if name.endswith("x") and "dot" in name else template, name)
    document = b.opened(data)
    assert document.sections[0].left_margin == b.opened(template).sections[0].left_margin
    assert m.LOGO in document.sections[0].header.paragraphs[0].text
    assert document.sections[0].footer.paragraphs[0].text == m.FOOT
    assert any(name.startswith("word/media/") for name in b.parts(data))
    lines = [line.text for line in document.paragraphs]
    assert lines.index("Vår ref:") < lines.index("First chapter")


def test_stamp_and_page_number_come_beneath_the_templates_foot(tmp_path: Path) -> None:
    """The template cannot know which version is adopted; each page says it all the same."""
    document = b.opened(_made(tmp_path, m.municipal()))
    assert [line.text for line in document.sections[0].footer.paragraphs] == [
        m.FOOT,
        "Vedtatt · Versjon 1.0 · Kontrollsum 1a2b",
        "1 av 1",
    ]


def test_styles_of_the_template_are_used_by_whatever_id_they_have(tmp_path: Path) -> None:
    """A Norwegian Word calls the style `Overskrift1`: headings are that style, with the municipality's own type."""
    document = b.opened(_made(tmp_path, m.municipal()))
    heading = next(line for line in document.paragraphs if line.text == "First chapter")
    assert heading.style is not None
    assert heading.style.style_id == "Overskrift1"
    assert heading.style.font.size == Pt(31)


def test_styles_that_the_template_lacks_are_brought_along(tmp_path: Path) -> None:
    """Every style that the text names is in the file."""
    data = _made(tmp_path, m.municipal())
    styles = {b.attribute(one, "w:styleId") for one in b.found(b.root(data, "word/styles.xml"), "w:style")}
    used = {
        b.attribute(one, "w:val")
        for one in b.found(b.root(data), ".//w:pStyle | .//w:rStyle | .//w:tblStyle")
    }
    assert used <= styles
    leans = b.found(b.root(data, "word/styles.xml"), ".//w:basedOn | .//w:next")
    assert {b.attribute(one, "w:val") for one in leans} <= styles


def test_no_trace_of_who_made_the_template_is_left(tmp_path: Path) -> None:
    """The author of the template, and the marks that Word leaves of each time it was saved, are gone."""
    data = _made(tmp_path, m.municipal())
    out = m.saved(tmp_path, data, "ut.docx")
    assert_no_traces(out, extra=("Prøvesen", "00A1B2C3"))


def test_tags_are_filled_in_where_they_stand(tmp_path: Path) -> None:
    """Words come into the line, in head and foot too; blocks come in the place of their paragraph."""
    template = m.municipal(
        "Sak: {{ plan_title }} for {{ municipality }}",
        "{{ content }}",
        "Til slutt",
        header="{{ plan_title }} {{ version }}",
    )
    data = _made(tmp_path, template)
    document = b.opened(data)
    lines = [line.text for line in document.paragraphs]
    assert "Sak: Trygg heim for Havn kommune" in lines
    assert lines.index("First chapter") < lines.index("The end.") < lines.index("Til slutt")
    # What the plan does not say is a blank that can be seen.
    assert document.sections[0].header.paragraphs[0].text == "Trygg heim [fylles ut: versjon]"
    assert "{{" not in b.text(b.root(data))


def test_sections_of_the_case_paper_are_tags(tmp_path: Path) -> None:
    """A municipality's form for case papers has its own order: each part goes where its tag stands."""
    plan = b.reading(tmp_path / "plan", "process: {mandate: Lag en plan.}")
    template = m.saved(
        tmp_path,
        m.municipal("Mandat", "{{ mandate }}", "Vedtak", "{{ proposed_decision }}", "{{ case_number }}"),
    )
    lines = [line.text for line in b.opened(b.written(case_paper(plan), plan, template)).paragraphs]
    assert lines[lines.index("Mandat") + 1] == "Lag en plan."
    assert "Trygg heim" in lines[lines.index("Vedtak") + 1]
    assert "[fylles ut: saksnummer]" in lines


def test_tag_in_a_cell_is_filled_in_there(tmp_path: Path) -> None:
    """Many forms for case papers are one large table."""
    document = b.opened(m.municipal())
    document.add_table(1, 1).cell(0, 0).text = "{{ content }}"
    made = io.BytesIO()
    document.save(made)
    data = _made(tmp_path, made.getvalue())
    assert "First chapter" in b.text(b.found(b.root(data), ".//w:tc")[0])
    assert not b.found(b.root(data), ".//w:tc//w:sectPr")


def test_template_with_words_only_gets_the_paper_at_its_end(tmp_path: Path) -> None:
    """A template that says nowhere where the text goes loses none of it."""
    lines = [line.text for line in b.opened(_made(tmp_path, m.municipal("{{ plan_title }}"))).paragraphs]
    assert lines.index("Trygg heim") < lines.index("First chapter")


def test_condition_leaves_out_what_does_not_hold(tmp_path: Path) -> None:
    """`{% if … %}` counts."""
    template = m.municipal("{% if plan_title %}Ja{% endif %}{% if not plan_title %}Nei{% endif %}")
    assert "Ja" in [line.text for line in b.opened(_made(tmp_path, template)).paragraphs]


def test_text_of_the_plan_is_never_a_tag(tmp_path: Path) -> None:
    """A title that looks like a tag is printed as it is."""
    plan = b.reading(tmp_path / "plan")
    made = b.paper(b.para("{{ 7 * 7 }} {% for %}"))
    data = b.written(made, plan, m.saved(tmp_path, m.municipal("{{ content }}")))
    assert "{{ 7 * 7 }} {% for %}" in [line.text for line in b.opened(data).paragraphs]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("{{ plan_titel }}", "“plan_titel”"),
        ("{{ plan_title.upper() }}", "does more than name a value (Call)"),
        ("{{ plan_title.__class__ }}", "(Getattr)"),
        ("{% for x in plan_title %}{{ x }}{% endfor %}", "(For)"),
        ("{{ plan_title | upper }}", "(Filter)"),
        ("{{ 10 ** 10 }}", "(Pow)"),
        ("{{ plan_title", "cannot be read"),
        ("{% if %}", "cannot be read"),
        ("Se {{ content }}", "a paragraph of its own"),
    ],
)
def test_tag_that_cannot_be_filled_in_is_told_of(tmp_path: Path, line: str, part: str) -> None:
    """Unknown tags, code and tags out of place are one sentence, never an empty line or a crash."""
    assert part in _refused(tmp_path, m.municipal(line))


def test_unknown_tag_names_one_that_is_near(tmp_path: Path) -> None:
    """A slip of the pen is easy to mend."""
    with pytest.raises(TemplateUnfit) as told:
        _made(tmp_path, m.municipal("{{ plan_titel }}"))
    assert dict(told.value.values)["near"] == "plan_title"


def test_blocks_in_the_foot_are_told_of(tmp_path: Path) -> None:
    """A foot cannot hold a plan."""
    assert "a paragraph of its own" in _refused(tmp_path, m.municipal(footer="{{ content }}"))


def _zip(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return made.getvalue()


COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "no Word file"),
        (b"Hei", "no Word file"),
        (_zip(a=b"x"), "no Word file"),
        (_zip(**{"[Content_Types].xml": b"<Types/>"}), "no Word file"),
        (m.municipal()[:4000], "no Word file"),
        (COMPOUND, "old .doc form"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (m.with_part(m.municipal(), "word/vbaProject.bin", b"x"), "macros"),
        (m.with_part(m.municipal(), "word/x.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "no Word file"),
    ],
    ids=["empty", "text", "zip", "no-document", "cut", "doc", "locked", "macros", "entities"],
)
def test_file_that_is_no_template_is_told_of(tmp_path: Path, data: bytes, part: str) -> None:
    """Whatever lies under the name, the answer is a sentence with that name."""
    told = _refused(tmp_path, data)
    assert part in told
    assert "mal.docx" in told


def test_template_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    """So is a name with a slip in it."""
    plan = b.reading(tmp_path / "plan")
    with pytest.raises(TemplateUnfit):
        b.written(b.paper(), plan, tmp_path / "nowhere.docx")
