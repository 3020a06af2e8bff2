"""The page `interests`."""
