"""The page `hours`."""
