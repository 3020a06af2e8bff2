"""The page `brief`."""
