"""One picture of a memory."""
