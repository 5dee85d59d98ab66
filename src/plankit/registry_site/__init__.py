"""A site over many plans: which municipalities have one in force, what the plans lack, and the same as open data."""
