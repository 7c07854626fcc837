"""A visit: one short path, and a machine that is cleared for the next group."""
