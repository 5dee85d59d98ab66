"""Plausible plans out of thin air: for tests, for measuring, and to see what a picture of a whole country looks like.

Nothing here knows a theme. What a plan is about, and which agencies do what, is taken from the guide that it follows.
"""
