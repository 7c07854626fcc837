"""One description, two other platforms."""
