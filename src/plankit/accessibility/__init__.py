"""What a municipality hands in on the accessibility of its plan's site: the Norwegian worksheet, the Swedish statement."""
