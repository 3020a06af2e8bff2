"""The page `how_you_are`."""
