"""The page `topics`."""
