"""Pictures of what was kept: each has a sentence that says what one sees, an SVG, and a table."""
