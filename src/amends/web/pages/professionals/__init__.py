"""The page `professionals`."""
