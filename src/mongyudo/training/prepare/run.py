"""A set of clips -> a prepared set; what was finished before a stop is not done again."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import av
import numpy as np

from mongyudo.backends.contract import BackendSpec
from mongyudo.errors import DataError, UsageError
from mongyudo.records import Method
from mongyudo.training.clips import SourceClip, check_clips, media_path
from mongyudo.training.prepare import measures
from mongyudo.training.prepare.buckets import Geometry, geometry_for
from mongyudo.training.prepare.cutting import Piece, Reason
from mongyudo.training.prepare.video import Cuttings, Task, VideoFacts, cut_video
from mongyudo.training.prepared import (
    FORMAT,
    MANIFEST,
    Origin,
    PreparedClip,
    PreparedSet,
    Rejected,
    read_prepared,
    write_prepared,
    write_rejected,
)

DONE = "done"
"""Folder with a file for each finished video."""
PLAN = "plan.json"
"""What the folder is prepared for; it stands there from the beginning."""
SCALED_UP = 1.25
"""Growth from which a clip is said to have been scaled up."""

Heard = Callable[[str, float], None]
"""Told the file at hand and the share of the whole that is done, 0..1."""


def unheard(_file: str, _share: float) -> None:
    """A Heard that nobody listens to."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be chosen; None leaves it to the model. `keep` are reasons that are overruled."""

    size_px: tuple[int, int] | None = None
    frames: int | None = None
    fps: int | None = None
    keep: frozenset[Reason] = frozenset()
    method: Method | None = None


DEFAULT_WISHES = Wishes()


def prepare(
    set_folder: Path,
    out: Path,
    spec: BackendSpec,
    wishes: Wishes = DEFAULT_WISHES,
    progress: Heard = unheard,
) -> PreparedSet:
    """Cut, check and convert all clips of `set_folder` for `spec`'s model, into `out`.

    Raises DataError for a set that cannot be used, or of which nothing is left; UsageError when
    `out` was prepared otherwise.
    """
    geometry = geometry_for(spec, size_px=wishes.size_px, frames=wishes.frames, fps=wishes.fps)
    clips = check_clips(set_folder, wishes.method)
    _begin(out, _plan(geometry, wishes))
    results = []
    for number, clip in enumerate(clips):

        def heard(share: float, clip: SourceClip = clip, number: int = number) -> None:
            progress(clip.file, (number + share) / len(clips))

        results.append(_cut_once(set_folder, out, clip, geometry, wishes.keep, heard))
    progress("", 1.0)
    return _conclude(out, clips, results, geometry, wishes)


def _plan(geometry: Geometry, wishes: Wishes) -> dict[str, Any]:
    """Everything that decides how videos are cut; another plan needs another folder."""
    return {
        "format": FORMAT,
        "backend": geometry.backend,
        "sizes_px": [list(size) for size in geometry.sizes_px],
        "fps": geometry.fps,
        "frames": geometry.frames,
        "least_frames": geometry.least_frames,
        "rule": asdict(geometry.rule),
        "keep": sorted(wishes.keep),
        "limits": {
            "motion": measures.LEAST_MOTION,
            "shake": measures.MOST_SHAKE,
            "likeness": measures.LEAST_ALIKE,
            "text": measures.MOST_TEXT,
            "hash_bits": measures.FARTHEST_HASH,
            "colour": measures.FARTHEST_COLOUR,
        },
    }


def _begin(out: Path, plan: dict[str, Any]) -> None:
    """Claim the folder for this plan; raises UsageError when it holds anything else."""
    path = out / PLAN
    if path.is_file():
        try:
            before = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            before = None
        if before != plan:
            raise UsageError(
                f"{out} was prepared otherwise (another model, size, rate or limit). "
                f"Give a new folder with -o, or remove this one."
            )
    elif out.is_dir() and any(out.iterdir()):
        raise UsageError(f"{out} is not empty and no prepared set. Give a new folder with -o.")
    out.mkdir(parents=True, exist_ok=True)
    (out / DONE).mkdir(exist_ok=True)
    (out / MANIFEST).unlink(missing_ok=True)
    _write_json(path, plan)


def _cut_once(
    set_folder: Path,
    out: Path,
    clip: SourceClip,
    geometry: Geometry,
    keep: frozenset[Reason],
    progress: Callable[[float], None],
) -> Cuttings:
    """The clips of one video: as they were found before, when the video is still the same."""
    path = media_path(set_folder, clip.file)
    if path is None:
        raise DataError(f"{clip.file} disappeared from {set_folder} while it was prepared")
    name = name_of(clip.file)
    record = out / DONE / f"{name}.json"
    state = path.stat()
    stamp = {"bytes": state.st_size, "changed_ns": state.st_mtime_ns}
    known = _remembered(record, stamp)
    if known is not None:
        return known
    for old in [*(out / "rgb").glob(f"{name}-*"), *(out / "strips").glob(f"{name}-*")]:
        old.unlink()
    found = cut_video(Task(path, clip.file, name, out), geometry, keep, progress)
    _write_json(record, {"stamp": stamp, **asdict(found)})
    return found


def name_of(file: str) -> str:
    """A name for a video's clips: readable where it is ASCII, and different for each file."""
    whole = unicodedata.normalize("NFC", file)
    readable = re.sub(r"[^a-z0-9]+", "-", Path(whole).stem.lower()).strip("-")[:24].strip("-")
    return f"{readable or 'clip'}-{blake2b(whole.encode(), digest_size=4).hexdigest()}"


def _remembered(record: Path, stamp: dict[str, int]) -> Cuttings | None:
    try:
        row = json.loads(record.read_text(encoding="utf-8"))
        if row["stamp"] != stamp:
            return None
        facts = row["facts"]
        pieces = [
            Piece(
                **{
                    **each,
                    "size_px": tuple(each["size_px"]),
                    "hashes": tuple(each["hashes"]),
                    "colours": tuple(each["colours"]),
                    "notes": tuple(each["notes"]),
                }
            )
            for each in row["pieces"]
        ]
        rejected = tuple(Rejected(**each) for each in row["rejected"])
        whole = VideoFacts(
            **{**facts, "size_px": tuple(facts["size_px"]), "notes": tuple(facts["notes"])}
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # never finished, or of an earlier version: it is cut anew
    return Cuttings(whole, tuple(pieces), rejected)


def _conclude(
    out: Path,
    clips: tuple[SourceClip, ...],
    results: list[Cuttings],
    geometry: Geometry,
    wishes: Wishes,
) -> PreparedSet:
    """Leave near-duplicates out, write the lists, and refuse a set of which nothing is left."""
    known = Likes()
    kept: list[PreparedClip] = []
    rejected: list[Rejected] = []
    for clip, result in zip(clips, results, strict=True):
        rejected.extend(result.rejected)
        for piece in result.pieces:
            twin = known.twin_of(piece)
            if twin and "duplicate" not in wishes.keep:
                rejected.append(_duplicate(clip, piece, twin, geometry.fps))
                (out / "rgb" / f"{piece.id}.npy").unlink(missing_ok=True)
                continue
            notes = (f"much like {twin[0]}",) if twin else ()
            known.add(piece)
            kept.append(_prepared(out, clip, piece, result.facts, geometry, notes))
    write_rejected(out, tuple(rejected))
    if not kept:
        counts = ", ".join(f"{reason} {count}" for reason, count in _counts(rejected).items())
        raise DataError(
            f"nothing is left of {len(clips)} videos for {geometry.backend} ({counts}). See "
            f"{out / 'rejected.jsonl'}; --keep REASON overrules a reason."
        )
    made = _told(clips, kept, rejected, geometry, wishes)
    write_prepared(out, tuple(kept), made)
    return read_prepared(out)


def _prepared(
    out: Path,
    clip: SourceClip,
    piece: Piece,
    facts: VideoFacts,
    geometry: Geometry,
    notes: tuple[str, ...],
) -> PreparedClip:
    start_s, end_s = piece.start / geometry.fps, (piece.start + piece.frames) / geometry.fps
    origin = Origin(
        clip.file,
        start_s,
        end_s,
        facts.fps,
        round((end_s - start_s) * facts.fps),
        facts.size_px,
        piece.repeated,
    )
    path = out / "rgb" / f"{piece.id}.npy"
    return PreparedClip(
        id=piece.id,
        caption=clip.caption,
        emotion=clip.emotion,
        category=clip.category,
        background=clip.background,
        mood=clip.mood,
        source=clip.source,
        licence=clip.licence,
        size_px=piece.size_px,
        fps=geometry.fps,
        frames=piece.frames,
        content_hash=piece.content_hash,
        path=path,
        origin=origin,
        figures=piece.figures,
        notes=(*facts.notes, *_changed(piece, facts), *piece.notes, *notes),
    )


def _changed(piece: Piece, facts: VideoFacts) -> Iterable[str]:
    """What the model sees otherwise than the source showed it."""
    (width, height), shown = piece.size_px, facts.size_px
    scale = max(width / shown[0], height / shown[1])
    cut = 1 - width * height / (shown[0] * shown[1] * scale**2)
    if cut > 0.01:
        yield f"{cut:.0%} of the picture is cut away at its edges"
    if scale > SCALED_UP:
        yield f"scaled up {scale:.2g} times from {shown[0]}x{shown[1]}"
    if piece.repeated:
        yield f"{piece.repeated} of {piece.frames} frames are repeated ({facts.fps:g} fps source)"


def _duplicate(clip: SourceClip, piece: Piece, twin: tuple[str, int], fps: int) -> Rejected:
    other, bits = twin
    return Rejected(
        clip.file,
        piece.start / fps,
        (piece.start + piece.frames) / fps,
        "duplicate",
        float(bits),
        float(measures.FARTHEST_HASH),
        f"much like {other} ({bits} of 64 bits apart)",
        piece.id,
    )


class Likes:
    """The clips kept so far, by what near-duplicates share."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._hashes = np.zeros((0, measures.HASHED), np.uint64)
        self._colours = np.zeros((0, measures.HASHED * measures.CELLS**2 * 3), np.float32)

    def add(self, piece: Piece) -> None:
        """Remember `piece`."""
        self._ids.append(piece.id)
        self._hashes = np.vstack([self._hashes, np.array([piece.hashes], np.uint64)])
        self._colours = np.vstack([self._colours, np.array([piece.colours], np.float32)])

    def twin_of(self, piece: Piece) -> tuple[str, int] | None:
        """The clip whose pictures are all much like those of `piece`, and their distance."""
        apart = np.bitwise_count(self._hashes ^ np.array(piece.hashes, np.uint64)).max(axis=1)
        colour = np.abs(self._colours - np.array(piece.colours, np.float32)).max(axis=1)
        near = np.flatnonzero(
            (apart <= measures.FARTHEST_HASH) & (colour <= measures.FARTHEST_COLOUR)
        )
        return (self._ids[near[0]], int(apart[near[0]])) if len(near) else None


def _told(
    clips: tuple[SourceClip, ...],
    kept: list[PreparedClip],
    rejected: list[Rejected],
    geometry: Geometry,
    wishes: Wishes,
) -> dict[str, Any]:
    """What the manifest says of the whole."""
    shared = Counter((clip.caption, clip.emotion, clip.category) for clip in kept)
    return {
        **{key: value for key, value in _plan(geometry, wishes).items() if key != "format"},
        "notes": list(geometry.notes),
        "videos": len(clips),
        "clips": len(kept),
        "rejected": _counts(rejected),
        "buckets": _buckets(kept),
        "shared_captions": sum(count for count in shared.values() if count > 1),
        "licences": sorted({clip.licence for clip in kept}),
        "versions": {
            "mongyudo": version("mongyudo"),
            "av": av.__version__,
            "numpy": np.__version__,
        },
    }


def _buckets(kept: list[PreparedClip]) -> dict[str, int]:
    """How many clips of each shape."""
    return dict(
        Counter(f"{clip.size_px[0]}x{clip.size_px[1]}x{clip.frames}" for clip in kept).most_common()
    )


def _counts(rejected: list[Rejected]) -> dict[str, int]:
    return dict(Counter(each.reason for each in rejected).most_common())


def _write_json(path: Path, value: dict[str, Any]) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.replace(path)
