"""Frozen values: what a plan and a guide are. Nothing here reads a file."""
