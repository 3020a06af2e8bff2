"""The page `habits`."""
