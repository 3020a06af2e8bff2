"""The page `drives`."""
