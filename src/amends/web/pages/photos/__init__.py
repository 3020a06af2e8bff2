"""The page `photos`."""
