"""The page `rehearsal`."""
