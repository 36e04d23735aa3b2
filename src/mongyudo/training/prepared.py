"""A prepared set: clips cut, checked and brought to one model's rate and sizes, as RGB arrays."""

import json
from dataclasses import asdict, dataclass, field, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import DataError

MANIFEST = "prepared.json"
CLIPS = "prepared.jsonl"
REJECTED = "rejected.jsonl"
FORMAT = 1
"""Version of the folder's form; another is prepared anew."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in its source a clip was cut, and how the source came.

    `file` is relative to the set of clips; `size_px` (W, H) is as shown, upright; `frames` is how
    many of the source's frames fall into the clip, `repeated` how many of the clip's frames stand
    in for moments at which the source has none of its own.
    """

    file: str
    start_s: float
    end_s: float
    fps: float
    frames: int
    size_px: tuple[int, int]
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class PreparedClip:
    """A clip as a model sees it: `frames` pictures of `size_px` (W, H) at `fps`, in `path`.

    `content_hash` covers the pixels, their shape and the rate. `figures` are what was measured of
    it (motion, shake, text, ...); `notes` say what was changed: cropped, scaled up, repeated.
    """

    id: str
    caption: str
    emotion: str
    category: str
    background: str
    mood: str
    source: str
    licence: str
    size_px: tuple[int, int]
    fps: int
    frames: int
    content_hash: str
    path: Path
    origin: Origin
    figures: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def pixels(self) -> NDArray[np.uint8]:
        """(T, H, W, 3) uint8 RGB, mapped from the file; raises DataError when it is damaged."""
        width, height = self.size_px
        try:
            mapped: NDArray[np.uint8] = np.load(self.path, mmap_mode="r")
        except (OSError, ValueError) as error:
            raise DataError(
                f"{self.path} cannot be read: {error}. Prepare the set anew."
            ) from error
        if mapped.shape != (self.frames, height, width, 3) or mapped.dtype != np.uint8:
            raise DataError(
                f"{self.path} holds {mapped.dtype} {mapped.shape}, not uint8 "
                f"{(self.frames, height, width, 3)}. Prepare the set anew."
            )
        return mapped


@dataclass(frozen=True, slots=True)
class Rejected:
    """A stretch of a source that did not become a clip: why, the figure, and the limit it broke."""

    file: str
    start_s: float
    end_s: float
    reason: str
    figure: float
    limit: float
    told: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class PreparedSet:
    """A folder of clips prepared for `backend`; `digest` changes when any of it does.

    `made` is the whole of prepared.json: geometry, limits, versions, licences, counts.
    """

    folder: Path
    clips: tuple[PreparedClip, ...]
    digest: str
    backend: str = ""
    rejected: tuple[Rejected, ...] = ()
    made: dict[str, Any] = field(default_factory=dict)


def is_prepared(folder: Path) -> bool:
    """Whether `folder` holds a prepared set that was finished."""
    return (folder / MANIFEST).is_file()


def read_prepared(folder: Path) -> PreparedSet:
    """The prepared set in `folder`; raises DataError when it is none, unfinished or changed."""
    if not is_prepared(folder):
        raise DataError(
            f"{folder} is no prepared set: it has no {MANIFEST}, or its preparation was stopped. "
            f"Run `mongyudo data prepare CLIPS -o PREPARED --backend MODEL`; where it was stopped, "
            f"with the same folders: finished videos are kept."
        )
    try:
        made = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if made["format"] != FORMAT:
            raise ValueError(f"its format is {made['format']}, this version's is {FORMAT}")
        clips = tuple(_clip(folder, row) for row in _rows(folder / CLIPS))
        rejected = tuple(Rejected(**row) for row in _rows(folder / REJECTED))
        found = PreparedSet(folder, clips, made["digest"], made["backend"], rejected, made)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DataError(
            f"{folder} cannot be read: {type(error).__name__} {error}. Prepare it anew."
        ) from error
    if digest_of(clips) != found.digest:
        raise DataError(f"{folder / CLIPS} was changed since it was prepared. Prepare it anew.")
    return found


def write_prepared(folder: Path, clips: tuple[PreparedClip, ...], made: dict[str, Any]) -> None:
    """Write the lists, and last the manifest, by which a set counts as finished."""
    text = "".join(json.dumps(_row(clip, folder), ensure_ascii=False) + "\n" for clip in clips)
    _replace(folder / CLIPS, text)
    whole = {"format": FORMAT, "digest": digest_of(clips), **made}
    _replace(folder / MANIFEST, json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def write_rejected(folder: Path, rejected: tuple[Rejected, ...]) -> None:
    """Write what did not become a clip."""
    lines = [json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in rejected]
    _replace(folder / REJECTED, "".join(lines))


def digest_of(clips: tuple[PreparedClip, ...]) -> str:
    """32 hex digits over everything of the clips that training can see, in their order."""
    hashed = blake2b(digest_size=16)
    for clip in clips:
        seen = (clip.content_hash, clip.caption, clip.emotion, clip.category, clip.background)
        hashed.update(json.dumps([*seen, clip.mood, clip.fps], ensure_ascii=False).encode())
    return hashed.hexdigest()


def _row(clip: PreparedClip, folder: Path) -> dict[str, Any]:
    return {**asdict(clip), "path": clip.path.relative_to(folder).as_posix()}


def _clip(folder: Path, row: dict[str, Any]) -> PreparedClip:
    """A clip of one line; keys of a later version are left alone."""
    known = {each.name for each in fields(PreparedClip)}
    values = {key: value for key, value in row.items() if key in known}
    origin = Origin(**{**row["origin"], "size_px": tuple(row["origin"]["size_px"])})
    changed = {"size_px": tuple(row["size_px"]), "path": folder / row["path"], "origin": origin}
    return PreparedClip(**{**values, **changed, "notes": tuple(row["notes"])})


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
