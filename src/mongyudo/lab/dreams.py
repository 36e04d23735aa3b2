"""Dreams whose labels are known: what a question of the lab is asked on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mongyudo.errors import UsageError
from mongyudo.records import Dream, Method
from mongyudo.training.words import labels_of

METHODS: tuple[Method, ...] = ("emotion", "category")


@dataclass(frozen=True, slots=True)
class GoldDream:
    """A dream and its true labels, the best one first; () where none is known."""

    dream: Dream
    emotion: tuple[str, ...]
    category: tuple[str, ...]

    def gold(self, method: Method, read: str) -> str:
        """Its true emotion or category: the one that was read where it is among them, else the
        best one; "" where none is known."""
        labels = self.emotion if method == "emotion" else self.category
        return read if read in labels else labels[0] if labels else ""


def read_gold(path: Path, limit: int | None = None) -> tuple[GoldDream, ...]:
    """Dreams from JSON Lines of {"id", "text", "emotion", "category"}, the first `limit` of them; a
    label is a text, or a list of those that are right.

    Raises UsageError with the line that cannot be used. No text is told in a message.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}. Name a file of dreams.") from error
    found = tuple(_dreams(lines, path))[:limit]
    if not found:
        raise UsageError(f"{path} holds no dream. A line is {{id, text, emotion, category}}.")
    return found


def _dreams(lines: list[str], path: Path) -> Iterator[GoldDream]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _dream(line, f"{path}, line {number}")


def _dream(line: str, at: str) -> GoldDream:
    try:
        told = json.loads(line)
        dream = Dream.of(str(told["text"]), str(told["id"]))
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{at} is no JSON object with id and text ({type(error).__name__})"
        ) from error
    return GoldDream(dream, *(_labels(told.get(method), method, at) for method in METHODS))


def _labels(told: object, method: Method, at: str) -> tuple[str, ...]:
    labels = tuple(map(str, told)) if isinstance(told, list) else (str(told),) if told else ()
    unknown = [label for label in labels if label not in labels_of(method)]
    if unknown:
        known = ", ".join(labels_of(method))
        raise UsageError(f"{at}: unknown {method} {unknown[0]!r}. Known: {known}")
    return labels
