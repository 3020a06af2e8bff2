"""How a draft reads, and how it lands."""
