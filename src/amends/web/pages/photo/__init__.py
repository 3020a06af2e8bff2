"""The page `photo`."""
