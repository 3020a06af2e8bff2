"""A private, local-first companion for someone who hurt the person they love."""
