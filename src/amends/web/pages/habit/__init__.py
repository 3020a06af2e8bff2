"""The page `habit`."""
