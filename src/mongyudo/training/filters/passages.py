"""Labelled passages: `{"text", "outcome", "category"}`, one JSON object a line."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from mongyudo.errors import DataError
from mongyudo.policy.combining import Analyse
from mongyudo.records import POLICY_CATEGORIES

ALLOW = "allow"
LEAST = 20
"""Passages of each outcome below which nothing is learned."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in NFC and its label: "allow" or the category for which it is refused."""

    text: str
    label: str
    id: str = ""


def read_passages(files: Iterable[Path]) -> list[Passage]:
    """The passages of all files, each text once.

    `outcome` may also be called `expect`, as in the project's own sets.

    Raises:
        DataError: a line breaks the format, or one text is labelled in two ways.
    """
    found: dict[str, Passage] = {}
    for file in files:
        for passage in _read(file):
            known = found.setdefault(passage.text, passage)
            if known.label != passage.label:
                raise DataError(
                    f"{file}: {passage.id}: labelled {passage.label!r} here and "
                    f"{known.label!r} at {known.id}. One text has one label."
                )
    return list(found.values())


def _read(file: Path) -> Iterator[Passage]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot read passages from {file}: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _passage(line, f"{file.name}:{number}")


def _passage(line: str, where: str) -> Passage:
    try:
        row: dict[str, Any] = json.loads(line)
        text = unicodedata.normalize("NFC", row["text"]).strip()
        outcome, category = row.get("outcome", row.get("expect")), row.get("category")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(
            f'{where}: no passage; a line holds {{"text", "outcome", "category"}} ({error!r})'
        ) from error
    if not text:
        raise DataError(f"{where}: the text is empty")
    if outcome not in (ALLOW, "refuse"):
        raise DataError(f"{where}: outcome {outcome!r} is neither allow nor refuse")
    label = ALLOW if outcome == ALLOW else str(category)
    if outcome != ALLOW and label not in POLICY_CATEGORIES:
        raise DataError(f"{where}: category {category!r} is none of {', '.join(POLICY_CATEGORIES)}")
    return Passage(text, label, str(row.get("id", where)))


def sentences_of(passage: Passage, analyse: Analyse) -> list[Passage]:
    """The sentences of an allowed passage, where it has several: each is allowed, too. Of a refused
    one nobody knows which are."""
    if passage.label != ALLOW:
        return []
    spans = analyse(passage.text).sentences
    found = [passage.text[span.start_char : span.end_char] for span in spans]
    return [Passage(text, ALLOW, passage.id) for text in found if len(found) > 1]


def check_enough(passages: Sequence[Passage]) -> None:
    """Raises DataError where too few passages of either outcome are there to learn from."""
    allowed = sum(passage.label == ALLOW for passage in passages)
    for name, count in (("allowed", allowed), ("refused", len(passages) - allowed)):
        if count < LEAST:
            raise DataError(
                f"{count} {name} passages to learn from, at least {LEAST} are needed. "
                "Label more passages of that kind."
            )


def split(
    passages: Sequence[Passage], share: float, seed: int
) -> tuple[list[Passage], list[Passage]]:
    """To learn from, and held out: about `share` of each label, chosen by text and seed alone.

    So a passage that is added later moves no other from one side to the other by much.
    """
    by_label: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: _draw(p.text, seed)):
        by_label[passage.label].append(passage)
    held = {
        passage.text
        for group in by_label.values()
        for passage in group[: round(share * len(group))]
    }
    learned = [passage for passage in passages if passage.text not in held]
    return learned, [passage for passage in passages if passage.text in held]


def folds(passages: Sequence[Passage], count: int, seed: int) -> Iterator[list[Passage]]:
    """The passages in `count` parts, each with its share of every label."""
    by_label: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: _draw(p.text, seed)):
        by_label[passage.label].append(passage)
    dealt = [passage for group in by_label.values() for passage in group]
    for part in range(count):
        yield dealt[part::count]


def _draw(text: str, seed: int) -> bytes:
    return sha256(f"{seed}\0{text}".encode()).digest()


def hash_of(passages: Sequence[Passage]) -> str:
    """SHA-256 of the passages, whatever their order."""
    rows = sorted(f"{passage.label}\0{passage.text}" for passage in passages)
    return sha256("\n".join(rows).encode()).hexdigest()
