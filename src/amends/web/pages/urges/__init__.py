"""The page `urges`."""
