"""The page `calm`."""
