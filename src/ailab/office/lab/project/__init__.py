"""One's own project as a page for a phone."""
