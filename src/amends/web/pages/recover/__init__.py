"""The page `recover`."""
