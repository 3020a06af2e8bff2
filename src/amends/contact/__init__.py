"""The agreement, the contact log, the drawer, and the gate that answers whether a draft may leave."""
