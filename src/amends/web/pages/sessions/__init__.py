"""The page `sessions`."""
