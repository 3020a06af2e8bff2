"""The page `journal`."""
