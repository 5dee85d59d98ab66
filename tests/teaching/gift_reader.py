"""A parser of GIFT that somebody else wrote (gift-pegjs, from the npm registry), run by node."""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from tests.site.building import ROOT

CACHE = ROOT / ".cache" / "gift" / "pegjs-gift.js"
VERSION = "1.0.2"
_READ = """
const {parse} = require(process.argv[1]);
let text = ''; process.stdin.setEncoding('utf8');
process.stdin.on('data', part => text += part).on('end', () => console.log(JSON.stringify(parse(text))));
"""


def parser_file() -> Path:
    """The parser, fetched into the cache if it is not there."""
    if not CACHE.is_file():
        with tempfile.TemporaryDirectory() as name:
            subprocess.run(
                ["npm", "pack", "--silent", f"gift-pegjs@{VERSION}"],
                cwd=name,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=300,
                check=True,
            )
            with tarfile.open(next(Path(name).glob("*.tgz"))) as packed:
                found = packed.extractfile("package/pegjs-gift.js")
                assert found is not None
                CACHE.parent.mkdir(parents=True, exist_ok=True)
                CACHE.write_bytes(found.read())
    return CACHE


def read_gift(text: str) -> list[dict[str, Any]]:
    """The questions that the parser finds, without the categories. Fails where it cannot read the file."""
    done = subprocess.run(
        ["node", "-e", _READ, str(parser_file())],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-600:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [one for one in found if one["type"] != "Category"]
