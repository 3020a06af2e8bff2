"""The page `delete`."""
