"""The page `chats`."""
