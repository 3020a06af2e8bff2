"""The page `write`."""
