"""The page `closing`."""
