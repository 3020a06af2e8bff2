"""The page `passphrase`."""
