"""The page `body`."""
