"""The page `checkin`."""
