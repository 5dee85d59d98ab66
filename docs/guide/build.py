"""Builds the sites of all guides that come with plankit, each in all its languages: `build.py OUT`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from plankit.guides import pack_names, packs_folder
from plankit.language import LANGUAGES
from plankit.outputs import GuideRequest, find_guide_output
from plankit.source.guide_reader import read_guide


def main(out: Path) -> int:
    """Build every site into a folder of `out`; 1 where Sphinx had something to say of one."""
    build = find_guide_output("html")
    bad = 0
    for name in pack_names():
        folder = packs_folder() / name
        guide = read_guide(folder).guide
        if guide is None:
            continue
        frame = guide.guide
        promised = (frame.language, *frame.languages, *frame.partial_languages)
        # The country alone: an address tells nobody what a reader read about.
        place = out / (frame.country.lower() if frame.country else name)
        result = build(
            GuideRequest(
                folder=folder,
                guide=guide,
                out=place,
                today=date.today(),
                languages=tuple(tag for tag in dict.fromkeys(promised) if tag in LANGUAGES),
            )
        )
        sys.stdout.write(f"{result.start}: {result.pages} pages\n")
        sys.stderr.writelines(f"{name}: {line}\n" for line in result.warnings)
        bad += len(result.warnings)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
