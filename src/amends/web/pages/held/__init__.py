"""The page `held`."""
