"""The page `standing`."""
