"""How much a plan folder may hold. Beyond these a file is refused with a finding, never read."""

MAX_FILE_BYTES = 8 * 1024 * 1024
"""Largest YAML or Markdown file. The largest real plan seen needs about a fortieth of it."""

MAX_FILES = 5_000
"""Most files in one plan folder."""

MAX_DEPTH = 40
"""Deepest nesting of lists and mappings. A plan needs eight."""

MAX_ALIASES = 50
"""Most uses of YAML aliases in a file."""

MAX_EXPANDED = 5_000
"""Most values that the aliases of a file may stand for in all."""
