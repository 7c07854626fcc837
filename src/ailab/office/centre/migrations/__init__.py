"""Revisions of the centre's schema, for Alembic."""
