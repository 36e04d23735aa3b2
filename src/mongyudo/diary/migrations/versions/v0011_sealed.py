"""Room for sealed titles and tags"""

import sqlalchemy as sa
from alembic import op

revision = "0011_sealed"
down_revision = "0010_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables; SQLite holds texts of any length in any column."""
    if op.get_context().dialect.name != "sqlite":
        op.alter_column("entries", "title", type_=sa.Text())
        op.alter_column("entry_tags", "tag", type_=sa.String(length=300))
