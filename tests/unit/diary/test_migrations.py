"""A diary of an earlier version keeps all that is in it when its tables are brought up to date."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, inspect
from tests.former import MIGRATIONS

from mongyudo.diary.home import Home
from mongyudo.diary.store import Store, engine_for
from mongyudo.diary.tables import now

ID = "a" * 32
ROWS = {
    "dreamers": {"id": ID, "name": "", "made_at": now()},
    "entries": {
        "id": ID, "dreamer_id": ID, "dreamed_on": now().date(), "title": "범", "text": "꿈",
        "felt": "", "emotion": "", "category": "", "correction": "{}", "stems": "", "jamo": "",
        "made_at": now(), "changed_at": now(),
    },
    "entry_tags": {"entry_id": ID, "tag": "마당"},
    "films": {
        "id": ID, "entry_id": ID, "number": 1, "choices": "{}", "state": "done", "share": 1.0,
        "fault": "", "asked_at": now(),
    },
}  # fmt: skip


def config() -> Config:
    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS))
    return found


VERSIONS = [each.revision for each in ScriptDirectory.from_config(config()).walk_revisions()]


@pytest.mark.parametrize("version", VERSIONS[1:4])
def test_nothing_is_lost_when_the_tables_change(tmp_path: Path, version: str) -> None:
    url = f"sqlite:///{tmp_path}/diary.sqlite"
    engine = engine_for(url)
    with engine.begin() as connection:
        to_it = config()
        to_it.attributes["connection"] = connection
        command.upgrade(to_it, version)
        tables = MetaData()
        tables.reflect(connection)
        for name, row in ROWS.items():
            connection.execute(tables.tables[name].insert().values(row))
    engine.dispose()
    store = Store(Home(tmp_path, url, url))
    store.upgrade()
    with store.engine.connect() as connection:
        told = {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}") for name in ROWS}
        assert {name: count.scalar() for name, count in told.items()} == dict.fromkeys(ROWS, 1)
    assert set(ROWS) <= set(inspect(store.engine).get_table_names())
    store.close()
