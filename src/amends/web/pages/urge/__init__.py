"""The page `urge`."""
