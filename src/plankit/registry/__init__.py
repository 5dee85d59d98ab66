"""Many plans at once: what is known of each, and what they tell together."""
