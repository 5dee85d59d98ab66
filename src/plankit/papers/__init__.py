"""A plan as a document on paper: the same pieces as on the site, as blocks that know no file format."""
