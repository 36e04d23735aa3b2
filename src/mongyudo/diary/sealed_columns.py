"""Columns whose values lie sealed in the database, where the settings say so (`sealing.py`)."""

import json
from typing import Any

from sqlalchemy import JSON, String, Text, TypeDecorator
from sqlalchemy.engine import Dialect

from mongyudo.diary.sealing import sealer

MOST_TAG_CHARS = 300
"""A sealed tag of 50 characters has fewer."""


class SealedText(TypeDecorator[str]):
    """A text, sealed where the settings say so."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seal it."""
        del dialect
        by = sealer()
        return value if value is None or by is None else by.seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Open it."""
        del dialect
        by = sealer()
        return value if value is None or by is None else by.open(value)


class SealedTag(TypeDecorator[str]):
    """A short text that can be looked up, sealed where the settings say so."""

    impl = String(MOST_TAG_CHARS)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seal it."""
        del dialect
        by = sealer()
        return value if value is None or by is None else by.seal_tag(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Open it."""
        del dialect
        by = sealer()
        return value if value is None or by is None else by.open_tag(value)


class SealedJson(TypeDecorator[dict[str, Any]]):
    """What is serialised of a dream, sealed as one text where the settings say so."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Seal it."""
        del dialect
        by = sealer()
        if value is None or by is None or not by.writes:
            return value
        return by.seal(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Open it."""
        del dialect
        by = sealer()
        return json.loads(by.open(value)) if by is not None and isinstance(value, str) else value
