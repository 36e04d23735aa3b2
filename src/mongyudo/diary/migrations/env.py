"""Alembic's door: migrations run on the connection that `Store.upgrade` hands over."""

from alembic import context

from mongyudo.diary.account_tables import AuditRecord

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=AuditRecord.metadata,
    render_as_batch=True,
    version_table="diary_version",
)
with context.begin_transaction():
    context.run_migrations()
