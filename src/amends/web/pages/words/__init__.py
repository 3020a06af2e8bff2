"""The page `words`."""
