"""The page `crisis`."""
