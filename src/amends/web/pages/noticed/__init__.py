"""The page `noticed`."""
