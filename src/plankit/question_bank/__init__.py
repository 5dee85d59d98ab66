"""Questions as files that learning platforms read."""
