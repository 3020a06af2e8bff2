"""The page `exercise`."""
