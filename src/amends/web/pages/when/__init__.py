"""The page `when`."""
