"""The page `unsent`."""
