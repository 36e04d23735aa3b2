"""Whether an entry's title is the dreamer's own, or was made when the dream was read"""

import sqlalchemy as sa
from alembic import op

revision = "0015_own_titles"
down_revision = "0014_style_cards"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables.

    The column is added in place: a table that SQLite makes anew takes what hangs on it along.
    """
    op.add_column(
        "entries", sa.Column("is_titled", sa.Boolean(), nullable=False, server_default="0")
    )
