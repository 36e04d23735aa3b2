"""The style card that a dreamer's films keep"""

import sqlalchemy as sa
from alembic import op

revision = "0014_style_cards"
down_revision = "0013_storage"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("dreamers") as dreamers:
        dreamers.add_column(sa.Column("card", sa.JSON(), nullable=True))
