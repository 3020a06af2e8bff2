"""The page `rehearsals`."""
