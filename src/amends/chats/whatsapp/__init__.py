"""How WhatsApp writes a chat: its headers, its names, its own words, and what was pasted."""
