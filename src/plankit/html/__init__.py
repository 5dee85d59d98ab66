"""Views as HTML: finished pieces of a page, made as text and not as thousands of document nodes."""
