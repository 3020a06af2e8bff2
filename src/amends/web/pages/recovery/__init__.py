"""The page `recovery`."""
