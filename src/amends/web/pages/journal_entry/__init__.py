"""The page `journal_entry`."""
