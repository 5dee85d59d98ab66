"""Who can help whom: who is there at a certain time, whom somebody of a certain age can go to, and who offers what.

Only what plan or guide say outright counts: a service that tells no hours is neither open nor closed here, and a limit
of age that is not plain numbers is no limit. Numbers of the guide are asked about only where it confirms them.
"""

from __future__ import annotations

from plankit.teaching.exercise import Question
from plankit.teaching.help_now import hours_matched, now_questions
from plankit.teaching.help_whom import offers_matched, whom_questions
from plankit.teaching.helpers import helpers
from plankit.teaching.picking import spread
from plankit.teaching.subject import Subject

NOW, WHOM, MATCHES = 6, 4, 2
"""Questions of each sort in a kit."""


def help_questions(subject: Subject) -> tuple[Question, ...]:
    """Questions on who can help whom, the best spread of all that there are."""
    known = helpers(subject)
    matched = (*hours_matched(subject, known), *offers_matched(subject, known))
    return spread(
        subject,
        "help",
        (now_questions(subject, known), NOW),
        (whom_questions(subject, known), WHOM),
        (matched, MATCHES),
    )
