"""The page `welcome_passphrase`."""
