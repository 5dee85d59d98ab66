"""Sealing versions of a plan, and proving that what was published is one of them. Knows no Sphinx."""
