"""Places: the municipalities and counties of a country, what they are called, and what became of them."""
