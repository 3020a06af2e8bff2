"""The page `questions`."""
