"""Numbers of paragraphs while a plan is on hearing."""

from __future__ import annotations

import pytest
from tests.views.conftest import ReadPlan

from plankit.views.paragraphs import chapter_numbers, numbered_text

PLAN = """  stage: {stage}
sections:
  - {{number: "2", heading: Intro, text: One., id: intro}}
  - {{heading: Foreword, text: Two., id: foreword}}
  - {{number: "2", heading: Twice, text: Three., id: twice}}
measures: [{{id: m, title: M}}]
procedures: [{{id: p1, title: P1}}, {{id: p2, title: P2}}]
"""


def test_chapters_keep_their_own_numbers_and_others_get_letters(read_plan: ReadPlan) -> None:
    """No two chapters have the same number, whatever the plan wrote."""
    numbers = chapter_numbers(read_plan(PLAN.format(stage="på høring")))
    assert (numbers["intro"], numbers["foreword"], numbers["twice"]) == ("2", "A", "B")
    assert numbers["procedures/p2"] == f"{numbers['procedures']}.2"
    assert len(set(numbers.values())) == len(numbers)


@pytest.mark.parametrize("stage", ["utkast", "vedtatt"])
def test_plan_that_is_not_on_hearing_has_no_numbers(read_plan: ReadPlan, stage: str) -> None:
    """Before and after, they would only be in the way."""
    assert chapter_numbers(read_plan(PLAN.format(stage=stage))) == {}


MARKDOWN = """\
# Heading

First paragraph
goes on.

- one
- two

  more of two
    - deeper

1. counted

> quoted

| A | B |
|---|---|
| 1 | 2 |

```{plan:measures}
```

:::{note}
In a box.
:::

(target)=
Last.
"""


def test_paragraphs_and_items_are_numbered_in_order() -> None:
    """What is no paragraph to a reader has no number: tables, quotes, boxes, pieces and targets."""
    text, count = numbered_text(MARKDOWN, "2.3")
    numbered = [line for line in text.split("\n") if "**2.3-" in line]
    assert numbered == [
        "**2.3-1** First paragraph",
        "- **2.3-2** one",
        "- **2.3-3** two",
        "1. **2.3-4** counted",
        "**2.3-5** Last.",
    ]
    assert count == 5


def test_text_of_a_chapter_without_number_stays_as_it_is() -> None:
    """Outside a hearing no letter of a page is changed."""
    assert numbered_text(MARKDOWN, "") == (MARKDOWN, 0)
