"""The page `ours`."""
