"""Tables from statistics offices, read into the series of indicators by a mapping that the plan declares."""
