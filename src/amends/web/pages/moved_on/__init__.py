"""The page `moved_on`."""
