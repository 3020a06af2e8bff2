"""The page `worth_knowing`."""
