"""The page `welcome`."""
