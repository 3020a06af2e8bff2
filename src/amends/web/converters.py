"""How the id of a record stands in an address: 32 hexadecimal digits."""


class RecordId:
    """Turns 32 hexadecimal digits into 16 bytes and back."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> bytes:
        """Return the id as the store knows it."""
        return bytes.fromhex(value)

    def to_url(self, value: bytes) -> str:
        """Return the id as it stands in an address."""
        return value.hex()
