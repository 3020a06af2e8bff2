"""The page `promises`."""
