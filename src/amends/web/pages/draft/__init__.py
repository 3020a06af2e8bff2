"""The page `draft`."""
