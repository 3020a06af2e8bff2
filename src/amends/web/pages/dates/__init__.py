"""The page `dates`."""
