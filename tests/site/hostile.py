"""Plans and guides whose every text tries to become script: one entry of each kind for each way to try."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plankit.model.base import Entity
from plankit.model.guide import GUIDE_KINDS, Guide
from plankit.model.plan import KINDS, Plan
from plankit.model.references import TARGETS, entity_in
from plankit.model.when import When
from plankit.source.dump import to_yaml

PAYLOADS = (
    "<script>__pwned()</script>",
    '"><img src=x onerror=__pwned()>',
    "'><svg/onload=__pwned()>",
    "</title></textarea></style></script><script>__pwned()</script>",
    "javascript:__pwned()",
    "java\tscript:__pwned()",
    "data:text/html,<script>__pwned()</script>",
    "https://foreign.invalid/\"onmouseover='__pwned()'",
    "[a](javascript:__pwned()) <javascript:__pwned()> [b](data:text/html,x) [c](vbscript:x)",
    "![a](https://foreign.invalid/a.png) ![b](data:image/svg+xml,<svg/onload=__pwned()>)",
    '" onfocus="__pwned()" autofocus style="background:url(https://foreign.invalid/b)" x="',
    "' onfocus='__pwned()' autofocus x='",
    "{{ 7*7 }} {% set x = 1 %} {{ __pwned() }} ${__pwned()}",
    "<!-- ]]> --!> <![CDATA[<script>__pwned()</script>]]>",
    "&lt;script&gt;__pwned()&lt;/script&gt; &#60;script&#62;__pwned()&#60;/script&#62;",
    "\u2028*/__pwned()/*\u2029 \u202egnp.exe\u202c \u2066x\u2069",
    "url(javascript:__pwned()) expression(__pwned()) </style><style>@import 'https://foreign.invalid/c.css';",
    "a\n\n```{raw} html\n<script>__pwned()</script>\n```\n\n<script>__pwned()</script>\n\n{eval-rst}`x`",
)
"""Each goes alone into a field, since an address counts only from its first letter on."""
NOT_WORDS = frozenset({"id", "empty", "applies_to", "answers", "sources"})

PROSE = """\
---
myst:
  enable_extensions: [html_image, html_admonition, attrs_inline, attrs_block, substitution, linkify]
  disable_syntax: []
  url_schemes: {javascript: null, data: null, http: null}
  html_meta: {"http-equiv=refresh": "0; url=https://foreign.invalid/"}
  substitutions: {bad: "<script>__pwned()</script>"}
---
# Page <script>__pwned()</script> "><img src=x onerror=__pwned()>

<script>__pwned()</script>

<img src="https://foreign.invalid/a.png" onerror="__pwned()" style="color: red">

Text <svg onload=__pwned()> [a](javascript:__pwned()) <javascript:__pwned()> {{ bad }} {{ 7*7 }} {% set x %}

[b](<java	script:__pwned()>) [c](data:text/html,x) [d](../../../../secret.txt) [e](//foreign.invalid/x)

![f](https://foreign.invalid/f.png) ![g](data:image/svg+xml,%3Csvg%20onload=__pwned()%3E)
![h](../../../../secret.txt){width=40% onclick=__pwned()}

{style="background: url(https://foreign.invalid/h)" onclick="__pwned()"}
Paragraph {raw-html}`<script>__pwned()</script>` {download}`../../../../secret.txt` {download}`@SECRET@`

```{raw} html
<script>__pwned()</script>
```

```{raw} html
:file: @SECRET@
```

```{include} @SECRET@
```

```{literalinclude} @SECRET@
```

```{csv-table}
:file: @SECRET@
```

```{csv-table}
:url: https://foreign.invalid/t.csv
```

```{eval-rst}
.. role:: evil(raw)
   :format: html

:evil:`<script>__pwned()</script>` `link <javascript:__pwned()>`_ `other <JaVaScRiPt:__pwned()>`__

.. raw:: html

   <script>__pwned()</script>

.. include:: @SECRET@

.. image:: https://foreign.invalid/i.png
   :target: javascript:__pwned()

.. figure:: @SECRET@
   :target: javascript:__pwned()

   caption

.. meta::
   :http-equiv=refresh: 0; url=https://foreign.invalid/

.. |r| raw:: html

   <script>__pwned()</script>

|r|
```

```{figure} https://foreign.invalid/j.png
:width: 50%
:target: javascript:__pwned()

caption <script>__pwned()</script>
```

```{image} picture.svg
:width: 120px
:target: javascript:__pwned()
```

```{toctree}
evil <javascript://%0a__pwned()>
own <https://example.org/>
```

```{list-table} <script>__pwned()</script>
:widths: 20 80
:name: x" onclick="__pwned()

* - <svg onload=__pwned()>
  - "><script>__pwned()</script>
```

```{code-block} html
:caption: <script>__pwned()</script>

<script>__pwned()</script>
```

```{note}
:class: x" onclick="__pwned()

<script>__pwned()</script>
```

$$
\\href{javascript:__pwned()}{x} <script>__pwned()</script>
$$

```{plan:measures}
:area: "><script>__pwned()</script>
:caption: <script>__pwned()</script>
```

{plan:measure}`<script>__pwned()</script>` {ref}`"><script>__pwned()</script>` {term}`<script>x</script>`

(x"-onclick="__pwned())=
## Anchor "><script>__pwned()</script>
"""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80"><rect width="600" height="80"/></svg>\n'
)
ACTIVE_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" onload="__pwned()"><script>__pwned()</script></svg>\n'
)


class _Filling:
    """Fills entries with one payload, under ids of their own."""

    def __init__(self, payload: str, numbers: Iterator[int]) -> None:
        self.payload = payload
        self._numbers = numbers

    def entry(self, cls: type[Entity]) -> dict[str, Any]:
        """An entry of `cls` whose every text is the payload."""
        made: dict[str, Any] = {}
        for field, info in cls.model_fields.items():
            if field in NOT_WORDS or any(f"{base.__name__}.{field}" in TARGETS for base in cls.__mro__):
                continue
            value = self._value(f"{info.annotation}{info.metadata}", entity_in(info.annotation), cls)
            if value is not None:
                made[field] = value
        if "id" in cls.model_fields:
            made["id"] = f"i{next(self._numbers)}"
        return made

    def _value(self, kind: str, inner: type[Entity] | None, cls: type[Entity]) -> Any:
        if (
            inner is cls
            or "Rasci" in kind
            or "CostKind" in kind
            or "_check" in kind
            or "date" in kind.lower()
        ):
            return None
        if "bool" in kind:
            return "true"
        value: Any = self.payload
        if inner is not None and inner is not When and inner.__name__ != "Translated":
            value = self.entry(inner)
        return [value] if "tuple" in kind else value


def hostile_plan() -> dict[str, Any]:
    """A plan with an entry of each kind for each payload, and a frame for all of them."""
    numbers = itertools.count(1)
    fillings = [_Filling(payload, numbers) for payload in PAYLOADS]
    plan: dict[str, Any] = {"format": "1"}
    for key in ("plan", "process"):
        cls = entity_in(Plan.model_fields[key].annotation)
        assert cls is not None
        plan[key] = _Filling(" ".join(PAYLOADS), numbers).entry(cls)
    plan["plan"] |= {"id": "p", "language": "en", "languages": ["en"]}
    plan["plan"].pop("guide", None)
    plan["plan"]["site"] |= {"exit": "javascript:__pwned()", "arms": PAYLOADS[1]}
    for kind in sorted(set(KINDS) - {"waivers", "vocabulary", "answers"}):
        cls = entity_in(Plan.model_fields[kind].annotation)
        assert cls is not None
        plan[kind] = [filling.entry(cls) for filling in fillings]
    _join(plan)
    return plan


def _join(plan: dict[str, Any]) -> None:
    """Set the references without which an entry could not be read or would stand on no page."""
    for number, progress in enumerate(plan["progress"]):
        progress["measure"] = plan["measures"][number]["id"]
        plan["responsibilities"][number] |= {
            "agency": plan["agencies"][number]["id"],
            "task": plan["tasks"][number]["id"],
            "role": "R",
        }
        for step in _steps(plan["procedures"][number]):
            for way in step.get("next", ()):
                way["step"] = step["id"]
        for kind in ("sections", "annexes"):
            plan[kind][number].pop("page", None)


def _steps(procedure: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from procedure.get("steps", ())
    for branch in procedure.get("branches", ()):
        yield from branch.get("steps", ())


def write_hostile_plan(folder: Path, secret: Path) -> None:
    """Write the plan and its pages into `folder`; the pages try to take in `secret`."""
    (folder / "pages").mkdir(parents=True)
    (folder / "plan.yaml").write_text(to_yaml(hostile_plan()), encoding="utf-8")
    page = PROSE.replace("@SECRET@", str(secret))
    (folder / "pages" / "prose.md").write_text(page, encoding="utf-8")
    (folder / "pages" / "a'b&c.md").write_text(page, encoding="utf-8")
    (folder / "pages" / "picture.svg").write_text(PICTURE, encoding="utf-8")
    (folder / "pages" / "active.svg").write_text(ACTIVE_PICTURE, encoding="utf-8")


def write_hostile_guide(folder: Path, secret: Path) -> None:
    """The same as a guide."""
    numbers = itertools.count(1)
    frame = entity_in(Guide.model_fields["guide"].annotation)
    assert frame is not None
    guide: dict[str, Any] = {"guide": _Filling(" ".join(PAYLOADS), numbers).entry(frame)}
    guide["guide"] |= {"id": "g", "edition": "1", "language": "en", "languages": ["en"]}
    guide["guide"].pop("partial_languages", None)
    for kind in GUIDE_KINDS:
        cls = entity_in(Guide.model_fields[kind].annotation)
        assert cls is not None
        guide[kind] = [_Filling(payload, numbers).entry(cls) for payload in PAYLOADS]
    for step in guide["steps"]:
        step["phase"] = guide["phases"][0]["id"]
    (folder / "pages" / "en").mkdir(parents=True)
    (folder / "guide.yaml").write_text(to_yaml(guide), encoding="utf-8")
    page = PROSE.replace("@SECRET@", str(secret))
    for name in ("help", "prose", guide["steps"][0]["id"]):
        (folder / "pages" / "en" / f"{name}.md").write_text(page, encoding="utf-8")
