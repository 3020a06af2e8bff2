"""The page `pass_on`."""
