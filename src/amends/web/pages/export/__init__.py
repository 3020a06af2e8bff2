"""The page `export`."""
