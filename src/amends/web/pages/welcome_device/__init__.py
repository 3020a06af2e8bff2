"""The page `welcome_device`."""
