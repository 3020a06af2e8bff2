"""The page `space`."""
