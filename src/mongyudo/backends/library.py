"""A library of clips: the one whose words and labels fit a dream best, and its first picture.

Any set of clips and any prepared set is a library. Ranking needs no model: the keywords of the
reading are looked for, in Korean and in English, in what is said of each clip.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import DataError, UsageError
from mongyudo.records import Keyword, Kind, Reading, Shot

LISTS = ("prepared.jsonl", "clips.jsonl")
"""The list of a prepared set, and that of a set of clips."""
WEIGHTS: dict[Kind, float] = {
    "actor": 3.0, "prop": 2.0, "setting": 2.0, "motion": 1.5, "weather": 1.0, "time": 0.5,
    "light": 0.5, "state": 0.5, "feeling": 0.5,
}  # fmt: skip
"""What a keyword that is found is worth: above all who is there, then where and with what."""
SAME_CATEGORY = 2.0
SAME_EMOTION = 1.0
LITTLE = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "is", "my", "of", "on", "the", "to")
)
"""Words that say nothing of what is seen."""
ENDING = re.compile(r"(?:ing|ed|es|s)$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A clip of a library; `path` is a video, or a .npy file of (T, H, W, 3) uint8 RGB."""

    id: str
    path: Path
    caption: str
    emotion: str = ""
    category: str = ""
    background: str = ""
    mood: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a clip is looked for with."""

    keywords: tuple[Keyword, ...]
    emotion: str
    category: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A clip, how well it fits (0: not at all), and what of the wish was found in it."""

    reference: Reference
    score: float
    matched: tuple[str, ...]


def wish_of(asked: Reading | Shot) -> Wish:
    """What a whole reading, or one shot of it, wishes for."""
    if isinstance(asked, Shot):
        return Wish(asked.segment.keywords, asked.emotion, asked.category)
    keywords = tuple(word for segment in asked.segments for word in segment.keywords)
    return Wish(keywords, asked.emotion.label, asked.category.label)


def read_library(folder: Path) -> tuple[Reference, ...]:
    """The clips of a library; raises UsageError for a folder that is none."""
    for name in LISTS:
        path = folder / name
        if path.is_file():
            try:
                rows = path.read_text(encoding="utf-8-sig").split("\n")
                return tuple(_reference(folder, json.loads(row)) for row in rows if row.strip())
            except (ValueError, KeyError, TypeError) as error:
                raise DataError(f"{path} cannot be read: {error}") from error
    raise UsageError(
        f"{folder} is no library of clips: it holds neither {' nor '.join(LISTS)}. Make one with "
        f"`mongyudo data import` or `mongyudo data prepare`."
    )


def _reference(folder: Path, row: dict[str, Any]) -> Reference:
    file = str(row.get("path") or row["file"])
    if ".." in Path(file).parts or Path(file).is_absolute():
        raise ValueError(f"{file!r} leads out of the folder")
    labels = {
        key: str(row.get(key, "")) for key in Reference.__slots__ if key not in ("id", "path")
    }
    return Reference(str(row.get("id") or file), folder / file, **labels)


def rank(references: Iterable[Reference], wish: Wish) -> list[Ranked]:
    """The clips that fit at all, the best first; of two alike the earlier one in the library."""
    ranked = [_ranked(each, wish) for each in references]
    return sorted((each for each in ranked if each.score > 0), key=lambda each: -each.score)


def best(references: Sequence[Reference], wish: Wish) -> Ranked | None:
    """The clip that fits best; one that shares nothing but the emotion is none."""
    for each in rank(references, wish):
        if each.matched != (wish.emotion,):
            return each
    return None


def _ranked(reference: Reference, wish: Wish) -> Ranked:
    told = " ".join((reference.caption, reference.background, reference.mood))
    text = unicodedata.normalize("NFC", told).lower()
    words = _stems(text)
    score, matched = 0.0, []
    for keyword in dict.fromkeys(wish.keywords):
        share = _share_found(keyword, text, words)
        if share:
            score += WEIGHTS[keyword.kind] * share
            matched.append(keyword.ko)
    for label, wished, worth in (
        (reference.category, wish.category, SAME_CATEGORY),
        (reference.emotion, wish.emotion, SAME_EMOTION),
    ):
        if wished and label == wished:
            score += worth
            matched.append(label)
    return Ranked(reference, round(score, 3), tuple(dict.fromkeys(matched)))


def _share_found(keyword: Keyword, text: str, words: frozenset[str]) -> float:
    """How much of a keyword is in the text, 0..1: all of it in Korean, or its English words."""
    if keyword.ko in text and _is_word(keyword.ko, text):
        return 1.0
    wished = _stems(keyword.en.lower())
    return len(wished & words) / len(wished) if wished else 0.0


def _is_word(wished: str, text: str) -> bool:
    """Whether it stands there as a word of its own, before whatever particle: 배 in 배가, not in
    배낭."""
    starts, ends = _edges(text)
    places = (found.start() for found in re.finditer(re.escape(wished), text))
    return any(at in starts and at + len(wished) in ends for at in places)


@cache
def _edges(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where the words and particles of a Korean text start and end."""
    from mongyudo.reading.korean import analyse  # naming a backend must stay light

    tokens = analyse(text).tokens
    starts, ends = (token.start_char for token in tokens), (token.end_char for token in tokens)
    return frozenset(starts), frozenset(ends)


@cache
def _stems(text: str) -> frozenset[str]:
    """English words without endings: `tigers running` -> tiger, run."""
    words = (word for word in re.findall(r"[a-z]+", text) if word not in LITTLE)
    return frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    short = ENDING.sub("", word) if len(word) > 3 else word
    doubled = len(short) > 3 and short[-1] == short[-2] and short != word
    return (short[:-1] if doubled else short).rstrip("e")


def first_picture(reference: Reference) -> NDArray[np.uint8]:
    """The first picture of a clip, (H, W, 3) uint8 RGB; raises DataError when it is damaged."""
    import av  # naming a backend must stay light

    try:
        if reference.path.suffix == ".npy":
            return np.array(np.load(reference.path, mmap_mode="r")[0])
        with av.open(str(reference.path)) as container:
            frame = next(container.decode(video=0))
            picture = np.rot90(frame.to_ndarray(format="rgb24"), round(frame.rotation / 90) % 4)
            return np.ascontiguousarray(picture)
    except (OSError, ValueError, IndexError, StopIteration, av.FFmpegError) as error:
        raise DataError(f"the library's clip {reference.path} cannot be read: {error}") from error
