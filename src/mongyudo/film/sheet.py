"""The contact sheet: a film at a glance, one row of moments a scene."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.codec.context import Flags
from numpy.typing import NDArray

from mongyudo.errors import FilmError
from mongyudo.film.encode import Frame
from mongyudo.film.shots import ShotPiece

SHEET = "sheet.jpg"
ACROSS = 4
"""Moments of a scene, evenly spread; the first and the last are half a step from its ends."""

_CELL_AREA_PX = 384 * 216
_GAP_PX = 8
_PAPER = (238, 230, 214)
_QSCALE = 3
"""JPEG quality on the encoder's scale from 2 (best) to 31."""

_LAMBDA = 118
"""Steps of the encoder's inner scale in one of `_QSCALE` (FF_QP2LAMBDA)."""


def write_sheet(folder: Path, pieces: Iterable[ShotPiece]) -> str:
    """Write the contact sheet of a film's `pieces` into `folder`; its name.

    Raises FilmError when a piece cannot be read or the sheet cannot be written.
    """
    write_jpeg(folder / SHEET, laid_out([moments(piece) for piece in pieces]))
    return SHEET


def moments(piece: ShotPiece, count: int = ACROSS) -> list[Frame]:
    """`count` frames of an encoded shot, evenly spread, reduced to the size of a cell."""
    width, height = _cell_size(piece.format.size_px)
    wanted = [int(piece.frame_count * (at + 0.5) / count) for at in range(count)]
    found: dict[int, Frame] = {}
    try:
        with av.open(str(piece.video)) as container:
            for index, frame in enumerate(container.decode(video=0)):
                if index in wanted:
                    small = frame.reformat(width, height, "rgb24", interpolation="AREA")
                    found[index] = small.to_ndarray().astype(np.uint8)
                if index >= wanted[-1]:
                    break
    except (OSError, av.FFmpegError) as error:
        raise FilmError(f"{piece.video.name} cannot be read for {SHEET}: {error}") from error
    return [found[index] for index in wanted]


def _cell_size(size_px: tuple[int, int]) -> tuple[int, int]:
    """The film's own shape with the area of a cell: tall films are as easy to see as wide ones."""
    width, height = size_px
    scale = min(1.0, (_CELL_AREA_PX / (width * height)) ** 0.5)
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def laid_out(rows: Sequence[Sequence[Frame]]) -> Frame:
    """Rows of equally large frames on paper, with gaps between: (H, W, 3) uint8, sides even."""
    height, width = rows[0][0].shape[:2]
    across, down = max(map(len, rows)), len(rows)
    size = (down * (height + _GAP_PX) + _GAP_PX, across * (width + _GAP_PX) + _GAP_PX, 3)
    sheet: NDArray[np.uint8] = np.full(size, _PAPER, np.uint8)
    for y, row in enumerate(rows):
        for x, frame in enumerate(row):
            top, left = (n * (side + _GAP_PX) + _GAP_PX for n, side in ((y, height), (x, width)))
            sheet[top : top + height, left : left + width] = frame
    return sheet


def write_jpeg(path: Path, frame: Frame) -> None:
    """Save (H, W, 3) uint8 RGB, both sides even, as JPEG; raises FilmError when it cannot."""
    encoder = av.VideoCodecContext.create("mjpeg", "w")
    encoder.width, encoder.height = frame.shape[1], frame.shape[0]
    encoder.pix_fmt = "yuvj420p"
    encoder.time_base = Fraction(1)
    encoder.flags |= Flags.qscale
    picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")
    picture = picture.reformat(format="yuvj420p", dst_color_range="JPEG")
    encoder.global_quality = _QSCALE * _LAMBDA
    data = b"".join(bytes(packet) for packet in [*encoder.encode(picture), *encoder.encode(None)])
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FilmError(f"cannot write {path.name}: {error.strerror or error}") from error
