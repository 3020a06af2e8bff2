"""The page `unlock`."""
