"""The page `awake`."""
