"""How fast amends reads chats, beside other readers: `make bench-chats`."""
