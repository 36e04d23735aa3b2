"""A diary with the tables of release 0.1.0: one film waits, another has its first shot painted."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, MetaData

from mongyudo.diary.home import Home
from mongyudo.diary.painting import Order, paint_shot
from mongyudo.diary.store import engine_for
from mongyudo.diary.values import to_json
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.journey.stages import read_and_judge
from mongyudo.records import Dream, Reading, Verdict
from mongyudo.settings import load_settings

DREAM = (
    "할머니 집 마당에서 호랑이에게 쫓겼다. 숨이 막혀 소리도 안 나왔다. "
    "그러다 절벽에서 떨어졌는데 새가 나를 받아 하늘로 날아올랐다."
)
WISHES = Wishes(seconds=0.5, segments=2, sound=False)
DREAMER, ENTRY, UNDER_WAY, WAITING = "d" * 32, "e" * 32, "a" * 32, "b" * 32
MIGRATIONS = Path(__file__).parents[1] / "src/mongyudo/diary/migrations"


def lay_out(home: Home) -> None:
    """Make the diary."""
    engine = engine_for(home.diary_url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    order = _understood()
    assert len(order.reading.segments) == WISHES.segments
    _fill(engine, order)
    engine.dispose()
    paint_shot(order, 0, home.films / UNDER_WAY, load_settings(), lambda _: None)


def _understood() -> Order:
    dream = Dream.of(DREAM, ENTRY)
    return Order(dream, WISHES, *read_and_judge(dream, choices_of(WISHES, load_settings())))


def _fill(engine: Engine, order: Order) -> None:
    tables = MetaData()
    tables.reflect(engine)
    at = datetime(2026, 10, 3, tzinfo=UTC)
    film = {
        "entry_id": ENTRY, "choices": to_json(Wishes, WISHES), "share": 0.0, "fault": "",
        "manifest": None, "share_token": None, "asked_at": at, "ended_at": None,
    }  # fmt: skip
    read = {
        "reading": to_json(Reading, order.reading), "verdict": to_json(Verdict, order.verdict),
        "began_at": at, "state": "painting",
    }  # fmt: skip
    waits = {"reading": None, "verdict": None, "began_at": None, "state": "queued"}
    rows: list[tuple[str, dict[str, Any]]] = [
        ("dreamers", {"id": DREAMER, "name": "", "made_at": at, "consented_at": at}),
        ("entries", {
            "id": ENTRY, "dreamer_id": DREAMER, "dreamed_on": date(2026, 10, 2), "title": "범",
            "text": DREAM, "clarity": 4, "felt": "", "emotion": "", "category": "",
            "reading": None, "verdict": None, "correction": {}, "stems": "", "jamo": "",
            "made_at": at, "changed_at": at,
        }),
        ("entry_tags", {"entry_id": ENTRY, "tag": "마당"}),
        ("films", film | read | {"id": UNDER_WAY, "number": 1}),
        ("films", film | waits | {"id": WAITING, "number": 2}),
    ]  # fmt: skip
    with engine.begin() as connection:
        for table, values in rows:
            connection.execute(tables.tables[table].insert().values(values))
