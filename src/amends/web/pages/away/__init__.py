"""The page `away`."""
