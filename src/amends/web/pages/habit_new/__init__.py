"""The page `habit_new`."""
