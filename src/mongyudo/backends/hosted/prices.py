"""What hosted services ask, from a dated file with sources."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("prices.toml")


@dataclass(frozen=True, slots=True)
class Price:
    """An estimate in dollars, the day its price was read, and where."""

    usd: float
    read: str
    source: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _price(provider: str, usd: float) -> Price:
    table = _table()[provider]
    return Price(round(usd, 4), str(table["read"]), table["source"])


def credit_usd() -> float:
    """A credit of Runway in dollars."""
    return float(_table()["runway"]["credit_usd"])


def runway_clip(model: str, seconds: int) -> Price:
    """A clip of Runway."""
    a_second = _table()["runway"]["credits_per_second"][model]
    return _price("runway", a_second * seconds * credit_usd())


def runway_picture(model: str) -> Price:
    """A picture of Runway."""
    return _price("runway", _table()["runway"]["credits_per_picture"][model] * credit_usd())


def openai_tokens_usd(model: str, text: int, picture: int) -> float:
    """What so many tokens, read and drawn, cost."""
    row = _table()["openai"][model]
    million = 1_000_000
    return float(
        text * row["text_input_usd_per_million"] / million
        + picture * row["picture_output_usd_per_million"] / million
    )


def openai_picture(model: str) -> Price:
    """A picture of OpenAI, of medium quality."""
    tokens = _table()["openai"][model]["estimated_tokens"]
    return _price("openai", openai_tokens_usd(model, 0, tokens))


def mj_picture() -> Price:
    """A picture of the user's own proxy."""
    return _price("mj", _table()["mj"]["picture_usd"])
