"""The page `hard_days`."""
