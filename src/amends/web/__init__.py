"""Pages, forms and sessions."""
