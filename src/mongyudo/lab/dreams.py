"""Dreams whose labels are known: what a question of the lab is asked on.

A test set is a file of them; those in `testsets/` come with the package, each with a datasheet
beside it, and are asked for by name.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mongyudo.errors import UsageError
from mongyudo.records import Dream, Method
from mongyudo.training.words import labels_of

METHODS: tuple[Method, ...] = ("emotion", "category")
TESTSETS = Path(__file__).parent / "testsets"
DEFAULT = "themes"


@dataclass(frozen=True, slots=True)
class GoldElement:
    """What a faithful film of a dream shows or makes felt: `text` as it stands there, `english`
    alternatives of which a faithful prompt holds one; `pictured` when it can be seen."""

    text: str
    kind: str
    english: tuple[str, ...]
    main: bool = False
    pictured: bool = True


@dataclass(frozen=True, slots=True)
class GoldDream:
    """A dream and its true labels, the best one first; () where none is known.

    `refused` when the policy ought to refuse it.
    """

    dream: Dream
    emotion: tuple[str, ...]
    category: tuple[str, ...]
    elements: tuple[GoldElement, ...] = ()
    theme: str = ""
    refused: bool = False

    def gold(self, method: Method, read: str) -> str:
        """Its true emotion or category: the one that was read where it is among them, else the
        best one; "" where none is known."""
        labels = self.emotion if method == "emotion" else self.category
        return read if read in labels else labels[0] if labels else ""


def testset(name: str) -> Path:
    """The file of a test set by its name, or `name` itself where that is a file.

    Raises UsageError, with the names there are, for neither.
    """
    path = TESTSETS / f"{name}.jsonl"
    if path.is_file():
        return path
    if Path(name).is_file():
        return Path(name)
    known = ", ".join(sorted(each.stem for each in TESTSETS.glob("*.jsonl")))
    raise UsageError(f"no test set {name!r}, and no such file. Known: {known}")


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
    emotion, category = (_labels(told.get(method), method, at) for method in METHODS)
    elements = tuple(_element(each, dream, at) for each in told.get("elements", ()))
    refused = told.get("verdict") == "refuse"
    return GoldDream(dream, emotion, category, elements, told.get("theme", ""), refused)


def _element(told: Mapping[str, Any], dream: Dream, at: str) -> GoldElement:
    try:
        text, kind, english = told["text"], told["kind"], tuple(told["english"])
    except (KeyError, TypeError) as error:
        raise UsageError(f"{at}: an element is {{text, kind, english}} ({error!r})") from error
    if text not in dream.text:
        raise UsageError(f"{at}: an element of kind {kind} does not stand in the dream's text")
    return GoldElement(text, kind, english, bool(told.get("main")), told.get("pictured", True))


def _labels(told: object, method: Method, at: str) -> tuple[str, ...]:
    labels = tuple(map(str, told)) if isinstance(told, list) else (str(told),) if told else ()
    unknown = [label for label in labels if label not in labels_of(method)]
    if unknown:
        known = ", ".join(labels_of(method))
        raise UsageError(f"{at}: unknown {method} {unknown[0]!r}. Known: {known}")
    return labels
