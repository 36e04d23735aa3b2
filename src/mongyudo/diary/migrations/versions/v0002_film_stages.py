"""When a film was painted and joined"""

import sqlalchemy as sa
from alembic import op

revision = "0002_film_stages"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("films") as films:
        films.add_column(sa.Column("painting_at", sa.DateTime(timezone=True), nullable=True))
        films.add_column(sa.Column("joining_at", sa.DateTime(timezone=True), nullable=True))
