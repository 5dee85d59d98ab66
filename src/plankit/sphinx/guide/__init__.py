"""The guide's own site: one page per step, agency and task, and what else a guide holds."""
