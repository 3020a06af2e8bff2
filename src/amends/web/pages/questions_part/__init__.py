"""The page `questions_part`."""
