"""Logs without words of anybody's: lines to be read, or JSON lines to be collected."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

LOUD = ("mongyudo", "uvicorn", "dbos")


def set_up_logs(*, as_json: bool) -> None:
    """Have everything that is logged go to standard error; requests only as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if as_json else Lines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in LOUD:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        logger.setLevel(logging.WARNING)
    logging.getLogger("mongyudo.requests").setLevel(logging.INFO if as_json else logging.WARNING)


class Lines(logging.Formatter):
    """One line a record; an error as its kind and where it was raised, without its message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told = f"{record.levelname}: {record.getMessage().splitlines()[0]}"
        return "\n  ".join([told, *_where(record)])


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the request's or error's parts."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage().splitlines()[0],
        }
        told.update(getattr(record, "told", {}))
        where = _where(record)
        if where:
            told["error"] = where
        return json.dumps(told, ensure_ascii=False)


def _where(record: logging.LogRecord) -> list[str]:
    """An error's kind and frames. Its message is left out: it may quote a dream."""
    if not record.exc_info or record.exc_info[1] is None:
        return []
    error = record.exc_info[1]
    frames = traceback.extract_tb(error.__traceback__)
    told = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return [type(error).__qualname__, *told]
