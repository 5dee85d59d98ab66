"""Settings of plankit's own documentation."""

import sys
from pathlib import Path

import plankit

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "plankit"
author = "plankit contributors"
release = plankit.__version__
language = "en"
extensions = ["plankit.sphinx", "plankit_reference"]
plankit_plan = "../examples/fjordvik"
plankit_discreet = "no"
html_theme = "plankit"
html_title = f"plankit {release}"
html_show_sourcelink = False
html_copy_source = False
html_domain_indices = False
html_use_index = False
exclude_patterns = ["_ext", "_build"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes = False
# These findings depend on the day. The example must not stop the documentation from being built next year.
suppress_warnings = ["plankit.PK031", "plankit.PK102", "plankit.PK501", "plankit.PK503"]
