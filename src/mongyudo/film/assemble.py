"""Pieces -> the files of a film: segments, the joined film, poster and captions."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import FilmError
from mongyudo.film.captions import Cue, webvtt
from mongyudo.film.encode import encode
from mongyudo.film.join import SAMPLE_RATE, Piece, Sound, join
from mongyudo.film.loudness import mastered
from mongyudo.film.picture import head_of, ink_bleed, write_png
from mongyudo.film.shots import ShotPiece
from mongyudo.film.sound import laid_end_to_end, with_soft_ends
from mongyudo.records import Cut

FILM, POSTER, CAPTIONS = "film.mp4", "poster.png", "captions.ko.vtt"


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
    """Write the film's files into `folder`; their names. Raises FilmError when it cannot.

    They are written side by side: the encoders let other threads work meanwhile.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        poster = pool.submit(
            partial(write_png, quick=True), folder / POSTER, parts.pieces[0].poster
        )
        sound = _whole_sound(parts) if parts.beds else None
        films = []
        if cut != "separate":
            films.append(pool.submit(_write_joined, folder, parts, sound))
        if cut != "joined":
            each = range(len(parts.pieces))
            films += [pool.submit(_write_segment, folder, parts, at, sound) for at in each]
        _write_text(folder / CAPTIONS, webvtt(parts.cues))
        poster.result()
        return [*sorted(film.result() for film in films), POSTER, CAPTIONS]


def _whole_sound(parts: Assembly) -> Sound:
    """The film's sound at its loudness; segments are cut out of it, so that they sound alike."""
    return mastered(laid_end_to_end(list(parts.beds), _lengths(parts)))


def _lengths(parts: Assembly) -> list[int]:
    """How many samples of sound each piece lasts."""
    return [round(p.frame_count / p.format.fps * SAMPLE_RATE) for p in parts.pieces]


def _write_segment(folder: Path, parts: Assembly, at: int, sound: Sound | None) -> str:
    name, own = segment_name(at), None
    if sound is not None:
        start, length = sum(_lengths(parts)[:at]), _lengths(parts)[at]
        own = with_soft_ends(sound[start : start + length])
    join(folder / name, [Piece(parts.pieces[at].video)], own, parts.label)
    return name


def _write_joined(folder: Path, parts: Assembly, sound: Sound | None) -> str:
    order = [Piece(parts.pieces[0].video)]
    for before, piece in pairwise(parts.pieces):
        if not piece.head_frames:  # of a single frame: too short to bleed into
            order.append(Piece(piece.video))
            continue
        bleed = folder / f"bleed-{piece.video.name}"
        frames = ink_bleed(before.last, head_of(piece.video, piece.head_frames), parts.bleed_field)
        encode(bleed, frames, piece.format)
        order += [Piece(bleed), Piece(piece.video, piece.head_frames)]
    join(folder / FILM, order, sound, parts.label)
    for piece_file in folder.glob("bleed-*"):
        piece_file.unlink()
    return FILM


def _write_text(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FilmError(f"cannot write {path.name}: {error.strerror or error}") from error
