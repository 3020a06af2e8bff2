"""Texts of our own: some tell of danger from oneself, some only sound like it."""
