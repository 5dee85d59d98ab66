"""The command `plankit`: thin, and the only part that prints."""
