"""What two people do together again: dates, small kindnesses, closer questions, shared interests."""
