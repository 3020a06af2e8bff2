"""The page `listening_beat`."""
