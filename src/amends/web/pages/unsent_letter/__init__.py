"""The page `unsent_letter`."""
