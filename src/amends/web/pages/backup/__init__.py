"""The page `backup`."""
