"""Pieces -> the files of a film: segments, the joined film, poster and captions."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import FilmError
from mongyudo.film.captions import Cue, webvtt
from mongyudo.film.encode import encode
from mongyudo.film.join import SAMPLE_RATE, Piece, Sound, join
from mongyudo.film.picture import ink_bleed, write_png
from mongyudo.film.shots import ShotPiece
from mongyudo.film.sound import crossfade
from mongyudo.records import Cut

FILM, POSTER, CAPTIONS = "film.mp4", "poster.png", "captions.ko.vtt"
CROSSFADE_S = 0.8


def segment_name(index: int) -> str:
    """The file name of segment `index` (0-based)."""
    return f"segment-{index + 1}.mp4"


def log_name(index: int) -> str:
    """The file name of what a foreign program said while it made segment `index` (0-based)."""
    return f"segment-{index + 1}.log"


@dataclass(frozen=True, slots=True)
class Assembly:
    """All that a film is put together from; `beds` is empty for a silent film."""

    pieces: tuple[ShotPiece, ...]
    beds: tuple[Sound, ...]
    cues: tuple[Cue, ...]
    label: dict[str, str]
    bleed_field: NDArray[np.uint8]


def assemble(folder: Path, parts: Assembly, cut: Cut) -> list[str]:
    """Write the film's files into `folder`; their names. Raises FilmError when it cannot."""
    names: list[str] = []
    if cut != "joined":
        names += [_write_segment(folder, parts, at) for at in range(len(parts.pieces))]
    if cut != "separate":
        names.append(_write_joined(folder, parts))
    write_png(folder / POSTER, parts.pieces[0].poster)
    _write_text(folder / CAPTIONS, webvtt(parts.cues))
    return [*names, POSTER, CAPTIONS]


def _write_segment(folder: Path, parts: Assembly, at: int) -> str:
    piece, name = parts.pieces[at], segment_name(at)
    sound = _fitted(parts.beds[at], piece) if parts.beds else None
    join(folder / name, [Piece(piece.video)], sound, parts.label)
    return name


def _write_joined(folder: Path, parts: Assembly) -> str:
    order = [Piece(parts.pieces[0].video)]
    for before, piece in pairwise(parts.pieces):
        if not piece.head:  # of a single frame: too short to bleed into
            order.append(Piece(piece.video))
            continue
        bleed = folder / f"bleed-{piece.video.name}"
        frames = ink_bleed(before.last, list(piece.head), parts.bleed_field)
        encode(bleed, frames, piece.format)
        order += [Piece(bleed), Piece(piece.video, len(piece.head))]
    beds = [_fitted(bed, piece) for bed, piece in zip(parts.beds, parts.pieces, strict=False)]
    join(folder / FILM, order, crossfade(beds, CROSSFADE_S) if beds else None, parts.label)
    for piece_file in folder.glob("bleed-*"):
        piece_file.unlink()
    return FILM


def _fitted(bed: Sound, piece: ShotPiece) -> Sound:
    return bed[: round(piece.frame_count / piece.format.fps * SAMPLE_RATE)]


def _write_text(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FilmError(f"cannot write {path.name}: {error.strerror or error}") from error
