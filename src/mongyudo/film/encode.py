"""Frames -> H.264 packets in an mp4, yuv420p, written under a temporary name."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import TracebackType

import av
import numpy as np
from av.video.frame import PictureType
from numpy.typing import NDArray

from mongyudo.errors import FilmError

Frame = NDArray[np.uint8]

X264_OPTIONS = {
    "preset": "veryfast",
    "crf": "23",
    # A forced key frame must be an IDR frame: the film is joined there without encoding again.
    # No macroblock-tree: with AVX-512 it reads past the rows' end, so that films of most widths
    # (576 px, 1080 px) come out in other bytes now and then; with SSE2 it rounds otherwise.
    # No search for where B-frames stand best: it took a third of the time, and painted films (slow
    # pans, held poses) came out larger and further from what was painted.
    "x264-params": "scenecut=0:open-gop=0:threads=1:mbtree=0:b-adapt=0",
    "forced-idr": "1",
}


@dataclass(frozen=True, slots=True)
class VideoFormat:
    """What every clip of one film shares. `size_px` is (W, H), both even."""

    size_px: tuple[int, int]
    fps: int


class VideoWriter:
    """Encodes (H, W, 3) uint8 RGB frames into `path`, video only.

    Key frames stand at frame 0 and at `key_frame`, so that what precedes it can be replaced.
    """

    def __init__(self, path: Path, video: VideoFormat, key_frame: int = 0) -> None:
        self._key_frame = key_frame
        self._count = 0
        self._path = path
        try:
            self._container = av.open(str(path), "w", format="mp4")
        except (OSError, av.FFmpegError) as error:
            raise FilmError(f"cannot write {path}: {error.strerror or error}") from error
        self._stream = self._container.add_stream("libx264", rate=video.fps)
        self._stream.width, self._stream.height = video.size_px
        self._stream.pix_fmt = "yuv420p"
        self._time_base = Fraction(1, video.fps)
        self._stream.codec_context.time_base = self._time_base
        self._stream.options = dict(X264_OPTIONS)
        # BT.601 is what swscale converts with; say so, lest players guess.
        self._stream.codec_context.color_range = 1
        self._stream.codec_context.colorspace = 6
        self._stream.codec_context.color_primaries = 6
        self._stream.codec_context.color_trc = 6

    def write(self, frame: Frame) -> None:
        """Append one frame; raises FilmError when the disk is full."""
        picture = av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(frame), format="rgb24")
        picture.pts = self._count
        picture.time_base = self._time_base
        if self._count in (0, self._key_frame):
            picture.pict_type = PictureType.I
        self._mux(picture)
        self._count += 1

    def _mux(self, picture: av.VideoFrame | None) -> None:
        try:
            self._container.mux(self._stream.encode(picture))
        except (OSError, av.FFmpegError) as error:
            raise FilmError(f"writing {self._path} failed: {error.strerror or error}") from error

    def close(self) -> None:
        """Flush the encoder and finish the file."""
        self._mux(None)
        try:
            self._container.close()
        except (OSError, av.FFmpegError) as error:
            raise FilmError(f"writing {self._path} failed: {error.strerror or error}") from error

    def __enter__(self) -> "VideoWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._container.close()


def encode(path: Path, frames: Iterable[Frame], video: VideoFormat) -> None:
    """Write all `frames` to `path` as a video-only mp4."""
    with VideoWriter(path, video) as writer:
        for frame in frames:
            writer.write(frame)
