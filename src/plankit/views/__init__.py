"""Views: pure functions of the model. Every output renders these, so that no two can disagree."""
