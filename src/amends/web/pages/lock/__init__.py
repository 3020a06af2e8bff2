"""The page `lock`."""
