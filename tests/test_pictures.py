"""Pictures lose what cameras and programs write into them, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from tests.metadata import assert_no_traces, traces
from tests.site.building import build

from plankit.pictures import without_traces

_WHO = "Photographer Someone"
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Photographer Someone</x:xmpmeta>"
SVG = f"""<?xml version="1.0"?>
<!-- {_WHO} -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/someone/arms.png"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="9" height="9">
  <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{_WHO}</rdf:RDF></metadata>
  <sodipodi:namedview inkscape:cx="3"/><title>Arms</title>
  <g data-name="{_WHO}"><rect id="a" width="9" height="9" fill="#036"/><use xlink:href="#a"/></g>
</svg>
"""


def _picture(kind: str) -> bytes:
    """A small picture with everything that its format lets one say of oneself."""
    picture = Image.new("RGB", (6, 3), (200, 30, 30))
    picture.putpixel((0, 0), (0, 0, 200))
    exif = Image.Exif()
    exif[0x013B], exif[0x8298], exif[0x010F] = _WHO, _WHO, _WHO
    exif[0x0112] = 6
    out = io.BytesIO()
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", _WHO)
        words.add_itxt("XML:com.adobe.xmp", _XMP.decode())
        words.add_text("Comment", _WHO, zip=True)
        picture.save(out, "PNG", pnginfo=words, exif=exif, dpi=(72, 72))
    elif kind == "JPEG":
        picture.save(out, "JPEG", exif=exif, comment=_WHO, xmp=_XMP, progressive=True)
    elif kind == "GIF":
        picture.quantize().save(out, "GIF", comment=_WHO.encode())
    else:
        picture.save(out, "WEBP", exif=exif, xmp=_XMP, lossless=True)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_picture_loses_its_metadata_and_keeps_its_pixels(kind: str) -> None:
    """No name is left, every pixel is what it was, and cleaning again changes nothing."""
    before = _picture(kind)
    name = f"picture.{kind.lower()}"
    assert list(traces(name, before))
    after = without_traces(before)
    assert list(traces(name, after)) == []
    assert _WHO.encode() not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert (new.size, new.convert("RGB").tobytes()) == (old.size, old.convert("RGB").tobytes())
    assert without_traces(after) == after


def test_photo_without_metadata_stays_the_right_way_up() -> None:
    """A photo taken with the camera on its side is still turned when it is shown."""
    with Image.open(io.BytesIO(without_traces(_picture("JPEG")))) as picture:
        assert dict(picture.getexif()) == {0x0112: 6}


def test_what_follows_a_photo_is_dropped() -> None:
    """A telephone that appends a film or a second photo does not publish it."""
    photo = without_traces(_picture("JPEG"))
    assert without_traces(photo + b"\0\0ftypmp42" + _WHO.encode()) == photo


def test_svg_loses_comments_metadata_and_words_of_programs() -> None:
    """Only what is drawn is left, with its title and its links inside the picture."""
    after = without_traces(SVG.encode()).decode()
    assert list(traces("arms.svg", SVG.encode()))
    assert list(traces("arms.svg", after.encode())) == []
    assert _WHO not in after
    for kept in ("<title>Arms</title>", 'fill="#036"', 'xlink:href="#a"', 'width="9"'):
        assert kept in after
    assert without_traces(after.encode()).decode() == after


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_picture_that_breaks_off_comes_back_as_it_is(kind: str) -> None:
    """A damaged file is copied, never made worse and never an error."""
    whole = _picture(kind)
    for length in range(len(whole)):
        short = without_traces(whole[:length])
        assert isinstance(short, bytes)


@given(
    st.binary(max_size=80),
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF89a", b"RIFF0000WEBP", b"<svg", b""]),
)
def test_any_bytes_are_cleaned_without_an_error(data: bytes, start: bytes) -> None:
    """Whatever a file holds, it comes back, cleaned or as it was."""
    assert isinstance(without_traces(start + data), bytes)


def test_site_with_pictures_carries_no_traces(tmp_path: Path) -> None:
    """Pages, search index and pictures of a site name no author, machine or folder."""
    folder = tmp_path / "plan-of-someone"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        "plan:\n  id: p\n  title: Plan\n  language: en\n  site: {name: Fjordvik, arms: arms.svg, arms_text: Arms}\n",
        encoding="utf-8",
    )
    (folder / "photo.jpg").write_bytes(_picture("JPEG"))
    (folder / "chart.png").write_bytes(_picture("PNG"))
    (folder / "arms.svg").write_text(SVG, encoding="utf-8")
    (folder / "page.md").write_text(
        "# Page\n\n```{image} photo.jpg\n:alt: A photo\n```\n\n```{image} chart.png\n:alt: A chart\n```\n",
        encoding="utf-8",
    )
    out = tmp_path / "site"
    build(folder, out, remember=False)
    assert {path.suffix for path in out.rglob("*")} >= {".jpg", ".png", ".svg", ".html"}
    assert_no_traces(out, extra=(_WHO, "plan-of-someone", str(tmp_path)))
