"""Plans become one plan, and one plan becomes several again; nothing is lost on the way.

Pure functions of plans: nothing here reads or writes a file.
"""

from __future__ import annotations

from plankit.merging.conflicts import Conflict
from plankit.merging.drafting import Successor
from plankit.merging.joining import JOINT, MERGER, FileCopy, Merged, merge
from plankit.merging.splitting import NotMerged, brought_plans, left_over, split

__all__ = [
    "JOINT",
    "MERGER",
    "Conflict",
    "FileCopy",
    "Merged",
    "NotMerged",
    "Successor",
    "brought_plans",
    "left_over",
    "merge",
    "split",
]
