"""Workers that tell that they live, and how often one died over a film"""

import sqlalchemy as sa
from alembic import op

revision = "0012_workers"
down_revision = "0011_sealed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "workers",
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("queues", sa.String(length=200), nullable=False),
        sa.Column("beats", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
    )
    with op.batch_alter_table("films") as films:
        films.add_column(sa.Column("deaths", sa.Integer(), nullable=False, server_default="0"))
