"""The page `contact_log`."""
