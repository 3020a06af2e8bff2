"""The page `restore`."""
