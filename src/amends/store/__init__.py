"""Tables; loads and saves sealed records."""
