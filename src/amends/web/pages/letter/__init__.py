"""The page `letter`."""
