"""The page `early_signs`."""
