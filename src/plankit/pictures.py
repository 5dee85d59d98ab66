"""Pictures without what cameras and programs write into them: who, where, when, and with what."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST acTL fcTL fdAT".split()
)
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_WEBP_DROPPED = (b"EXIF", b"XMP ")
_SVG = "http://www.w3.org/2000/svg"
_SVG_KEPT = (_SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace", "")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>")


def without_traces(data: bytes) -> bytes:
    """The picture with the same pixels and no metadata; a JPEG stays the right way up.

    PNG, JPEG, GIF, WebP and SVG are known. Anything else, and a picture that breaks off, comes back as it is.
    """
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_png_chunks(data))
        if data.startswith(b"\xff\xd8"):
            return b"\xff\xd8" + b"".join(_jpeg_parts(data))
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _gif(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        if b"<svg" in data[:4000]:
            return _svg(data)
    except (struct.error, IndexError, ET.ParseError, UnicodeDecodeError):
        return data
    return data


def _png_chunks(data: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind in _PNG_KEPT:
            yield data[place : place + 12 + length]
        place += 12 + length
        if kind == b"IEND":
            return
    raise IndexError(place)


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    place, turned = 2, 1
    while True:
        if data[place] != 0xFF:
            raise IndexError(place)
        marker = data[place + 1]
        if marker == 0xD9:
            yield b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, place + 2)
        part = data[place : place + 2 + length]
        if marker == 0xE1 and part[4:10] == b"Exif\0\0":
            turned = _orientation(part[10:])
        if marker == 0xDA:
            # The way up is a camera's word too, but without it the picture lies on its side.
            yield _only_orientation(turned) if turned != 1 else b""
            end = _end_of_scan(data, place + 2 + length)
            yield data[place:end]
            place, turned = end, 1
            continue
        if _is_kept(marker, part):
            yield part
        place += 2 + length


def _is_kept(marker: int, part: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return part[4:9] in (b"JFIF\0", b"Adobe") or part[4:15] == b"ICC_PROFILE"
    return marker != 0xFE


def _end_of_scan(data: bytes, place: int) -> int:
    while (place := data.find(b"\xff", place)) >= 0:
        if data[place + 1] not in (0, 0xFF, *range(0xD0, 0xD8)):
            return place
        place += 1 if data[place + 1] == 0xFF else 2
    raise IndexError(place)


def _orientation(tiff: bytes) -> int:
    order = "<" if tiff[:2] == b"II" else ">"
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
        if tag == 0x0112:
            return int(value) if 1 <= value <= 8 else 1
    return 1


def _only_orientation(value: int) -> bytes:
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, value, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 8 + len(tiff)) + b"Exif\0\0" + tiff


def _gif(data: bytes) -> bytes:
    place = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    parts = [data[:place]]
    while data[place] != 0x3B:
        start = place
        if data[place] == 0x21:
            kind, name = data[place + 1], data[place + 3 : place + 14]
            place = _end_of_blocks(data, place + 2)
            kept = kind != 0xFE and (kind != 0xFF or name in _GIF_KEPT)
        else:
            flags = data[place + 9]
            place = _end_of_blocks(data, place + 11 + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0))
            kept = True
        parts += [data[start:place]] if kept else []
    return b"".join([*parts, b";"])


def _end_of_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += data[place] + 1
    return place + 1


def _webp(data: bytes) -> bytes:
    place, parts = 12, [b"WEBP"]
    while place < len(data):
        kind, length = struct.unpack_from("<4sI", data, place)
        end = place + 8 + length + length % 2
        part = data[place:end]
        if kind == b"VP8X":
            # Flags say which chunks follow: neither Exif nor XMP does any more.
            part = part[:8] + bytes([part[8] & ~0x0C]) + part[9:]
        parts += [part] if kind not in _WEBP_DROPPED else []
        place = end
    body = b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _svg(data: bytes) -> bytes:
    # Entities of its own are never read: they may grow without end, and a picture needs none.
    root = ET.fromstring(_DOCTYPE.sub(b"", data))  # noqa: S314
    _clean(root)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _clean(element: ET.Element) -> None:
    for name in [name for name in element.attrib if _namespace(name) not in _SVG_KEPT]:
        del element.attrib[name]
    for name in [name for name in element.attrib if name.startswith("data-")]:
        del element.attrib[name]
    for child in list(element):
        if _namespace(child.tag) not in _SVG_KEPT or child.tag == f"{{{_SVG}}}metadata":
            element.remove(child)
        else:
            _clean(child)


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
