"""The page `leave`."""
