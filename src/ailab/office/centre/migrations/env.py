"""Alembic's entry: run the revisions on the connection that `database.upgrade` gives."""

from alembic import context

from ailab.office.centre.tables import Table

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Table.metadata, version_table="ailab_version", render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
