"""Which films lie in object storage, and which are to go from it"""

import sqlalchemy as sa
from alembic import op

revision = "0013_storage"
down_revision = "0012_workers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "discarded_films",
        sa.Column("film_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("film_id", name=op.f("pk_discarded_films")),
    )
    with op.batch_alter_table("films") as films:
        films.add_column(sa.Column("files", sa.JSON(), nullable=True))
