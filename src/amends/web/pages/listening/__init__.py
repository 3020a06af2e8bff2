"""The page `listening`."""
