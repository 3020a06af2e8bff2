"""Documents, and the program that keeps their lists true."""
