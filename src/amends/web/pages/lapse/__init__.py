"""The page `lapse`."""
