"""The page `urge_wave`."""
