"""Walks: a made-up case goes through a plan's procedures, at its hour, with the opening hours that the plan tells.

`prepare` makes a plan ready; `walk_prepared` plays a case and `stress` every combination of the case vocabulary.
Nothing of this is loaded before somebody walks.
"""
