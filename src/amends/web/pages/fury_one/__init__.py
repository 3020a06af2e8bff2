"""The page `fury_one`."""
