"""The page `ground_rules`."""
