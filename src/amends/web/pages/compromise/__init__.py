"""The page `compromise`."""
