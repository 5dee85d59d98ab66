"""Mending what a check found, where it is safe to mend: values in, changed texts out, and nothing written."""
