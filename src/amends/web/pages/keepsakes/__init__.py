"""The page `keepsakes`."""
