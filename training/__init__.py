"""How the second listener is made: labelled drafts, and the script that learns from them."""
