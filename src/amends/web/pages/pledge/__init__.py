"""The page `pledge`."""
