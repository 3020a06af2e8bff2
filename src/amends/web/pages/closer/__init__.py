"""The page `closer`."""
