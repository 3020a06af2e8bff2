"""The page `surprises`."""
