"""Word files: the plan and its papers, in a neutral form or in the municipality's own template."""
