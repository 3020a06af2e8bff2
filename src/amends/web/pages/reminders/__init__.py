"""The page `reminders`."""
