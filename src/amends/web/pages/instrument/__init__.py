"""The page `instrument`."""
