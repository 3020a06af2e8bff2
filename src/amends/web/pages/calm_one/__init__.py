"""The page `calm_one`."""
