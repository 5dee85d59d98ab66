"""A small plan in each language that the example is not in, with a page of prose that holds all it may hold."""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("nn", "sv", "en")
MEASURES = {"nn": ("tiltaka", "tiltak"), "sv": ("åtgärderna", "åtgärd"), "en": ("measures", "measure")}
"""A word of the plan, in another form than its pages have it in and as they have it."""

_PLAN = """\
plan: {{id: p, title: Plan, language: {language}, period: 2027-2030, empty: {{guide: not-applicable}}}}
participants: [{{id: k, name: Fjordvik}}]
areas: [{{id: area-a, name: Area, number: "1", text: Text.}}]
goals: [{{id: goal-a, text: Goal, areas: [area-a]}}]
agencies:
- {{id: school, name: Fjordvik skole og ein lang bit namn til}}
- {{id: police, name: Politiet}}
tasks: [{{id: tell, title: Tell the police}}]
responsibilities:
- {{agency: school, task: tell, role: R}}
- {{agency: police, task: tell, role: A}}
measures:
- {{id: m1, number: "1", title: {measure} 1, areas: [area-a], goals: [goal-a], responsible: school, deadline: 2028}}
- {{id: m2, number: "2", title: {measure} 2, areas: [area-a], goals: [goal-a], responsible: police, deadline: 2029}}
procedures:
- id: proc
  title: Procedure
  owner: school
  steps:
  - {{id: one, what: Ask, who: Teacher, agency: school, next: [{{step: two, condition: yes}}], fallback: two}}
  - {{id: two, what: Tell, who: Officer, agency: police, must_not: [Wait], end: true}}
"""
PROSE = """\
# Prose

```{note}
A note with a [link](#table).
```

```{warning}
A warning.
```

(table)=
## Table

| First | Second | A column with a long heading |
|:------|-------:|:----------------------------:|
| 1     | 2      | 3                            |

## Figure

```{figure} picture.svg
:alt: A red square
:name: figure

A caption with {plan:measure}`m1`.
```

## Rest

Text[^1], `code`, **bold** and *slanted*. A-very-long-word-{long}.

> Quoted.

term
: Its meaning.

```{glossary}
word
  What it means.
```

```python
print("a line of code that is so long that it has to be scrolled sideways on a small screen", 1234567890)
```

[^1]: A footnote.
"""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80" viewBox="0 0 600 80">'
    '<rect width="600" height="80" fill="#900"/></svg>\n'
)


def write_small_plan(folder: Path, language: str) -> None:
    """Write the plan in `language` into `folder`."""
    plan = _PLAN.format(language=language, measure=MEASURES[language][1].capitalize())
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    (folder / "prose.md").write_text(PROSE.replace("{long}", "samarbeids" * 8), encoding="utf-8")
    (folder / "picture.svg").write_text(PICTURE, encoding="utf-8")
