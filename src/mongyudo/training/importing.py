"""Folders of videos -> a set of clips, in whichever of the usual layouts they come.

Captions and labels are taken from a list (`metadata.jsonl` or `.csv`), from `videos.txt` beside
`prompts.txt`, or from a text file of the same name as the video; an emotion or a category also
from the name of a folder that the video lies in.
"""

import csv
import json
import os
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

import av

from mongyudo.errors import DataError
from mongyudo.records import CATEGORIES, EMOTIONS
from mongyudo.training.clips import SourceClip, is_clip_set, listed, read_clips, write_clips
from mongyudo.training.words import CATEGORY_WORDS, EMOTION_WORDS

VIDEOS = (
    ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".m2ts", ".mts",
    ".wmv", ".flv", ".ogv", ".3gp", ".gif",
)  # fmt: skip
LISTS = ("metadata.jsonl", "metadata.csv")
PAIRS = (("videos.txt", "prompts.txt"), ("videos.txt", "prompt.txt"))
FILE_KEYS = ("file", "file_name", "media_path", "video", "video_path", "path", "filename")
CAPTION_KEYS = ("caption", "text", "prompt", "description")
LICENCE_KEYS = ("licence", "license")
MOST_CAPTION_BYTES = 1_000_000
csv.field_size_limit(10 * MOST_CAPTION_BYTES)

LABELS: dict[str, tuple[str, str]] = {
    **{label: ("emotion", label) for label in EMOTIONS},
    **{label: ("category", label) for label in CATEGORIES},
    **{word: ("emotion", label) for label, word in EMOTION_WORDS.items()},
    **{word: ("category", label) for label, word in CATEGORY_WORDS.items()},
}
"""Names of folders that are labels, in Korean or English -> the field and its value."""


@dataclass(frozen=True, slots=True)
class Found:
    """A video and what is known of it; `clip.file` is not settled yet."""

    path: Path
    clip: SourceClip


@dataclass(frozen=True, slots=True)
class Findings:
    """Videos of a folder, and those that its list does not name and that are left out."""

    root: Path
    found: tuple[Found, ...]
    unlisted: tuple[Path, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """Which of source and licence somebody must still be asked for."""
        return tuple(
            field
            for field in ("source", "licence")
            if any(not getattr(each.clip, field).strip() for each in self.found)
        )


def look_at(root: Path) -> Findings:
    """The videos under `root` with their captions and labels.

    Raises DataError that lists the files when there are none, a list names one that is missing, or
    one cannot be read.
    """
    if not root.is_dir():
        raise DataError(f"{root} is no folder. Give a folder of videos.")
    videos = sorted(_videos_in(root))
    rows = _listed_rows(root)
    if rows is None:
        found = tuple(Found(path, _from_place(root, path)) for path in videos)
    else:
        found = tuple(_from_row(root, row) for row in rows)
    if not found:
        kinds = " ".join(sorted(VIDEOS))
        raise DataError(f"{root} holds no video. Known kinds: {kinds}")
    _refuse_unreadable(root, found)
    named = {each.path.resolve() for each in found}
    unlisted = tuple(path for path in videos if path.resolve() not in named)
    return Findings(root, found, unlisted)


def _videos_in(root: Path) -> Iterator[Path]:
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if Path(name).suffix.lower() in VIDEOS and not name.startswith("."):
                yield Path(folder) / name


def _listed_rows(root: Path) -> list[dict[str, str]] | None:
    """The rows of the folder's list of clips, None when it has none."""
    for name in LISTS:
        if (root / name).is_file():
            return _rows_of(root / name)
    for videos, prompts in PAIRS:
        if (root / videos).is_file() and (root / prompts).is_file():
            files, captions = (_text(root / name).strip().split("\n") for name in (videos, prompts))
            if len(files) != len(captions):
                raise DataError(
                    f"{root / videos} has {len(files)} lines and {prompts} has {len(captions)}. "
                    f"Give one caption for each video."
                )
            pairs = zip(files, captions, strict=True)
            return [{"file": file.strip(), "caption": caption} for file, caption in pairs]
    return None


def _rows_of(path: Path) -> list[dict[str, str]]:
    text = _text(path)
    if path.suffix == ".csv":
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
        return [{key: value or "" for key, value in row.items() if key} for row in rows]
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise DataError(f"{path}, line {number} is no JSON: {error.msg}") from error
        if not isinstance(row, dict):
            raise DataError(f"{path}, line {number} is no JSON object")
        found.append({str(key): str(value) for key, value in row.items() if value is not None})
    return found


def _from_row(root: Path, row: Mapping[str, str]) -> Found:
    """The video a row names; raises DataError when it is missing."""
    file = _first(row, FILE_KEYS)
    path = _inside(root, file)
    if path is None:
        raise DataError(
            f"the list in {root} names {file!r}, which is not there. Its column is one of "
            f"{', '.join(FILE_KEYS)}; names are relative to the folder."
        )
    placed = _from_place(root, path)
    known = {field.name for field in fields(SourceClip)} - {"file"}
    told = {key: _nfc(value) for key, value in row.items() if key in known and value.strip()}
    told |= {"caption": _nfc(_first(row, CAPTION_KEYS)) or placed.caption}
    told |= {"licence": _nfc(_first(row, LICENCE_KEYS))}
    for field in ("emotion", "category"):
        if field in told:
            told[field] = LABELS.get(told[field].strip().lower(), (field, told[field]))[1]
    return Found(path, replace(placed, **told))


def _inside(root: Path, file: str) -> Path | None:
    """The file of that name under `root`, also when its Korean name comes in pieces."""
    if not file or Path(file).is_absolute() or ".." in Path(file).parts:
        return None
    for form in ("NFC", "NFD"):
        path = root / unicodedata.normalize(form, file)
        if path.is_file():
            return path
    return None


def _from_place(root: Path, path: Path) -> SourceClip:
    """What a video's own text file and the folders it lies in say of it."""
    beside = path.with_suffix(".txt")
    caption = " ".join(_text(beside).split()) if beside.is_file() else ""
    labels = {}
    for part in path.relative_to(root).parts[:-1]:
        label = LABELS.get(_nfc(part).strip().lower())
        if label:
            labels[label[0]] = label[1]
    return SourceClip("", _nfc(caption), **labels)


def _refuse_unreadable(root: Path, found: tuple[Found, ...]) -> None:
    broken = [str(each.path.relative_to(root)) for each in found if not _opens(each.path)]
    if broken:
        raise DataError(
            f"{len(broken)} of {len(found)} files hold no video that can be read: "
            f"{listed(broken)}. Take them out of {root} and run this again; nothing was imported."
        )


def _opens(path: Path) -> bool:
    try:
        with av.open(str(path)) as container:
            return bool(container.streams.video)
    except (OSError, av.FFmpegError):
        return False


def bring_in(
    findings: Findings, out: Path, *, defaults: Mapping[str, str], link: bool
) -> tuple[SourceClip, ...]:
    """Add the videos to the set in `out`, as copies or links; the clips that were added.

    `defaults` fill what a clip lacks: its source and licence, or a label for all. Raises DataError
    when a file of that name is in the set already.
    """
    before = read_clips(out) if is_clip_set(out) else ()
    added = []
    for each in findings.found:
        given = {key: value for key, value in defaults.items() if not getattr(each.clip, key)}
        name = Path("media", findings.root.resolve().name, each.path.relative_to(findings.root))
        added.append(replace(each.clip, file=name.as_posix(), **given))
    known = {_nfc(clip.file) for clip in before}
    again = [clip.file for clip in added if _nfc(clip.file) in known]
    if again:
        raise DataError(
            f"{len(again)} files are in {out} already: {listed(again)}. Import into another folder."
        )
    for each, clip in zip(findings.found, added, strict=True):
        _place(each.path, out / clip.file, link=link)
    write_clips(out, (*before, *added))
    return tuple(added)


def _place(path: Path, target: Path, *, link: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        if link:
            part.symlink_to(path.resolve())
        else:
            shutil.copyfile(path, part)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DataError(f"{path} cannot be brought to {target}: {error.strerror}") from error


def _first(row: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((row[key].strip() for key in keys if row.get(key, "").strip()), "")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _text(path: Path) -> str:
    """A text file as UTF-8; raises DataError with the remedy."""
    if path.stat().st_size > MOST_CAPTION_BYTES and path.name not in LISTS:
        size = path.stat().st_size
        raise DataError(f"{path} is no caption: {size:,} bytes, limit {MOST_CAPTION_BYTES:,}")
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path} is not UTF-8 (byte {error.start}). For instance: "
            f"iconv -f cp949 -t utf-8 {path.name}"
        ) from error
