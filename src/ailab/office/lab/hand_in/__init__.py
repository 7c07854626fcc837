"""Handing in: what goes out, through which door, and what is remembered of it."""
