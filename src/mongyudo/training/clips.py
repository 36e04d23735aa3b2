"""A set of clips as a folder: videos, and `clips.jsonl` with a line of JSON for each of them."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path, PurePosixPath

import av

from mongyudo.errors import DataError
from mongyudo.records import CATEGORIES, EMOTIONS, Method

CLIPS = "clips.jsonl"
MOST_LISTED = 20
"""Files a message lists by name; the others are counted."""


@dataclass(frozen=True, slots=True)
class SourceClip:
    """A video of a set and what its maker says of it.

    `file` is relative to the set's folder, with `/` between its parts. `caption` is what a model
    is told of it; `emotion` and `category` are labels of `records`, "" where none was given yet;
    `source` says where it comes from and `licence` under which terms it may be trained on.
    """

    file: str
    caption: str
    emotion: str = ""
    category: str = ""
    background: str = ""
    mood: str = ""
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a set from being used: what is wrong, with which file."""

    what: str
    file: str


def is_clip_set(folder: Path) -> bool:
    """Whether `folder` holds a set of clips."""
    return (folder / CLIPS).is_file()


def read_clips(folder: Path) -> tuple[SourceClip, ...]:
    """The clips of a set, in their order; raises DataError naming each line that cannot be read."""
    path = folder / CLIPS
    if not path.is_file():
        raise DataError(
            f"{folder} is no set of clips: it has no {CLIPS}. "
            f"Make one with `mongyudo data import VIDEOS -o {folder}`; if the videos lie there, "
            f"with `mongyudo data import {folder} -o clips`."
        )
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    read = [_read_line(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    _raise_if([each for each in read if isinstance(each, Fault)], folder)
    return tuple(each for each in read if isinstance(each, SourceClip))


def _read_line(line: str, number: int) -> SourceClip | Fault:
    """The clip of one line; keys that nobody knows are a fault, lest a typing error hides a label.

    Texts are brought to NFC: names and labels typed on some systems come in pieces.
    """
    at = f"{CLIPS}, line {number}"
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        return Fault(f"no JSON ({error.msg})", at)
    if not isinstance(values, dict):
        return Fault("no JSON object", at)
    known = {field.name for field in fields(SourceClip)}
    wrong = sorted(set(values) - known) or sorted({"file", "caption"} - set(values))
    wrong += [key for key in known & set(values) if not isinstance(values[key], str)]
    if wrong:
        return Fault(f"unknown, missing or not a text: {', '.join(wrong)}", at)
    clip = SourceClip(**values)
    return replace(
        clip, **{key: unicodedata.normalize("NFC", values[key]) for key in values if key != "file"}
    )


def write_clips(folder: Path, clips: Iterable[SourceClip]) -> None:
    """Write the set's list, whole or not at all; an empty field is left out."""
    lines = []
    for clip in clips:
        values = {key: value for key, value in asdict(clip).items() if value or key == "caption"}
        lines.append(json.dumps(values, ensure_ascii=False) + "\n")
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{CLIPS}.part"
    part.write_text("".join(lines), encoding="utf-8")
    part.replace(folder / CLIPS)


def media_path(folder: Path, file: str) -> Path | None:
    """Where a clip's file is, None when it is missing or its name leads out of the folder.

    Korean names are compared in NFC: archives and some systems hand them on in pieces.
    """
    parts = PurePosixPath(file).parts
    if not parts or PurePosixPath(file).is_absolute() or ".." in parts:
        return None
    found = folder
    for part in parts:
        step = _entry(found, part)
        if step is None:
            return None
        found = step
    return found if found.is_file() else None


def _entry(folder: Path, name: str) -> Path | None:
    if (folder / name).exists():
        return folder / name
    if name.isascii() or not folder.is_dir():
        return None
    wished = unicodedata.normalize("NFC", name)
    for entry in folder.iterdir():
        if unicodedata.normalize("NFC", entry.name) == wished:
            return entry
    return None


def check_clips(folder: Path, method: Method | None = None) -> tuple[SourceClip, ...]:
    """The clips of a set that may be trained on; raises DataError that lists the files otherwise.

    Faults: an empty set, a missing or unreadable video, one named twice, no caption, the same
    caption on several clips of one label, a label that nobody knows, no source or licence, and no
    label for `method` where one is given.
    """
    clips = read_clips(folder)
    if not clips:
        raise DataError(f"{folder / CLIPS} lists no clip. Add videos with `mongyudo data import`.")
    _raise_if([*_own_faults(folder, clips, method), *_shared_faults(clips)], folder)
    return clips


def _own_faults(
    folder: Path, clips: tuple[SourceClip, ...], method: Method | None
) -> Iterator[Fault]:
    """What is wrong with single clips."""
    tests: tuple[tuple[str, Callable[[SourceClip], bool]], ...] = (
        ("no caption", lambda clip: not clip.caption.strip()),
        ("no source", lambda clip: not clip.source.strip()),
        ("no licence", lambda clip: not clip.licence.strip()),
        (f"unknown emotion (known: {' '.join(EMOTIONS)})", lambda clip: _odd(clip.emotion)),
        (
            f"unknown category (known: {' '.join(CATEGORIES)})",
            lambda clip: clip.category not in ("", *CATEGORIES),
        ),
        ("no emotion", lambda clip: method == "emotion" and not clip.emotion),
        ("no category", lambda clip: method == "category" and not clip.category),
    )
    for clip in clips:
        unreadable = _unreadable(folder, clip.file)
        if unreadable:
            yield Fault(unreadable, clip.file)
        yield from (Fault(what, clip.file) for what, failed in tests if failed(clip))


def _odd(emotion: str) -> bool:
    return emotion not in ("", *EMOTIONS)


def _unreadable(folder: Path, file: str) -> str:
    """Why a video cannot be opened, "" when it can; its frames are read when it is prepared."""
    path = media_path(folder, file)
    if path is None:
        return "no such file in the set's folder"
    try:
        with av.open(str(path)) as container:
            return "" if container.streams.video else "no video in it"
    except (OSError, av.FFmpegError):
        return "no video that can be read"


def _shared_faults(clips: tuple[SourceClip, ...]) -> Iterator[Fault]:
    """What is wrong with clips taken together."""
    files: dict[str, int] = defaultdict(int)
    captions: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for clip in clips:
        files[unicodedata.normalize("NFC", clip.file)] += 1
        if clip.caption.strip():
            key = (" ".join(clip.caption.split()), clip.emotion, clip.category)
            captions[key].append(clip.file)
    yield from (Fault("listed more than once", file) for file, count in files.items() if count > 1)
    for (caption, *_), shared in captions.items():
        if len(set(shared)) > 1:
            shown = caption if len(caption) <= 40 else caption[:39] + "…"
            yield from (Fault(f"the same caption ({shown!r})", file) for file in shared)


def _raise_if(faults: list[Fault], folder: Path) -> None:
    """One message that lists the files under each thing that is wrong."""
    if not faults:
        return
    files: dict[str, list[str]] = defaultdict(list)
    for fault in faults:
        files[fault.what].append(fault.file)
    told = [f"{what}: {listed(names)}" for what, names in files.items()]
    raise DataError(
        f"{folder} cannot be used as it is. {'; '.join(told)}. "
        f"Correct {CLIPS}, or label the clips with `mongyudo data label {folder}`."
    )


def listed(names: list[str]) -> str:
    """Names in one line, at most MOST_LISTED of them."""
    more = len(names) - MOST_LISTED
    return ", ".join(names[:MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")
