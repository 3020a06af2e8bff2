"""The page `fury`."""
