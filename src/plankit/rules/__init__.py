"""The rules that a plan is checked by: one file a rule, one table of them all."""
