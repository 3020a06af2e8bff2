"""The page `discretion`."""
