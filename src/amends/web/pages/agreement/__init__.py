"""The page `agreement`."""
