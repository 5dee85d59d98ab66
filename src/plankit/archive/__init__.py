"""The folder of a plan for the records system."""
