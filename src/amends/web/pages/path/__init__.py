"""The page `path`."""
