"""The page `agreement_change`."""
