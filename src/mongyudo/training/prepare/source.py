"""A video file as a stream of pictures with the moments they are wanted for, decoded once.

The packets are listed first, which decodes nothing: so it is known which picture stands for which
moment of the model's rate, whatever the source's own rate is and however it changes. A picture
that no moment wants and no other picture refers to is not decoded at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from mongyudo.errors import DataError

HD_LINES = 720
"""A source that does not name its colour matrix has BT.709 from here on, BT.601 below."""
MATRICES = {
    1: Colorspace.ITU709, 4: Colorspace.FCC, 5: Colorspace.ITU601, 6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M, 9: Colorspace.BT2020, 10: Colorspace.BT2020,
}  # fmt: skip
"""H.273 matrix coefficients -> what the scaler calls them."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """When each picture of a source is shown, and which ones the model's rate wants.

    `pts` are the pictures' own stamps, sorted; `times_s` their seconds from the first one;
    `chosen[k]` is the picture that stands for the moment k / fps. `stamped` is false when the
    file carries no stamps: then pictures are taken evenly, in the order they come.
    """

    pts: NDArray[np.int64]
    times_s: NDArray[np.float64]
    chosen: NDArray[np.int64]
    stamped: bool
    duration_s: float
    fps: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture, upright size not yet considered; `moments` are those it stands for."""

    frame: av.VideoFrame
    index: int
    time_s: float
    moments: range


def timetable(path: Path, fps: int) -> Timetable:
    """List the pictures of `path` for moments at `fps`; raises DataError when it has none."""
    stamps: list[int] = []
    unstamped = 0
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        time_base = float(stream.time_base or 0)
        rate = float(stream.average_rate or stream.guessed_rate or 25)
        for packet in container.demux(stream):
            if packet.size and not packet.is_discard:
                unstamped += packet.pts is None
                stamps.append(packet.pts or 0)
    if not stamps:
        raise DataError(f"{path} holds no picture")
    stamped = not unstamped and time_base > 0
    pts = np.unique(np.array(stamps, np.int64)) if stamped else np.arange(len(stamps))
    times = (pts - pts[0]) * (time_base if stamped else 1 / rate)
    steps = np.diff(times)
    last = float(np.median(steps)) if len(steps) else 1 / rate
    duration = float(times[-1]) + last
    return Timetable(pts, times, _nearest(times, fps, duration), stamped, duration, 1 / last)


def _nearest(times_s: NDArray[np.float64], fps: int, duration_s: float) -> NDArray[np.int64]:
    """For each moment the picture nearest to it in time, the earlier one of two."""
    moments = np.arange(max(1, int(duration_s * fps + 1e-6))) / fps
    after = np.clip(np.searchsorted(times_s, moments), 0, len(times_s) - 1)
    before = np.maximum(after - 1, 0)
    earlier = moments - times_s[before] <= times_s[after] - moments + 1e-9
    return np.where(earlier, before, after)


class Source:
    """Decodes one file from its beginning to its end.

    `damaged` counts packets that could not be read; `pixel_aspect` is how wide a pixel is.
    """

    def __init__(self, path: Path, table: Timetable) -> None:
        self._path = path
        self._table = table
        self._count = 0
        self._skipping = False  # what the decoder was told last; telling it again costs time
        self.damaged = 0
        self.pixel_aspect = 1.0

    def pictures(self) -> Iterator[Picture]:
        """The pictures in the order they are shown, without those that nobody needs."""
        with av.open(str(self._path)) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            self._skipping = False
            self.pixel_aspect = float(stream.sample_aspect_ratio or 1)
            for packet in container.demux(stream):
                self._skip_if_unwanted(stream.codec_context, packet)
                for frame in self._decoded(packet):
                    yield from self._picture(frame)

    def _skip_if_unwanted(self, codec: Any, packet: "av.Packet[Any]") -> None:
        """Let the decoder drop the packet's picture when it is no reference and not wanted."""
        wanted = True
        if self._table.stamped and packet.pts is not None:
            wanted = len(self._moments(self._index(packet.pts))) > 0
        if wanted == self._skipping:
            self._skipping = not wanted
            codec.skip_frame = "NONREF" if self._skipping else "DEFAULT"

    def _decoded(self, packet: "av.Packet[Any]") -> list[av.VideoFrame]:
        try:
            return [frame for frame in packet.decode() if isinstance(frame, av.VideoFrame)]
        except av.FFmpegError:
            self.damaged += 1
            return []

    def _picture(self, frame: av.VideoFrame) -> Iterator[Picture]:
        index = self._index(frame.pts) if self._table.stamped else self._count
        self._count += 1
        if index is not None and index < len(self._table.times_s):
            yield Picture(frame, index, float(self._table.times_s[index]), self._moments(index))

    def _index(self, pts: int | None) -> int | None:
        """Which picture carries this stamp; None for a stamp that no packet announced."""
        if pts is None:
            return None
        at = int(np.searchsorted(self._table.pts, pts))
        return at if at < len(self._table.pts) and self._table.pts[at] == pts else None

    def _moments(self, index: int | None) -> range:
        """The moments a picture stands for: none, one, or several in a slow source."""
        if index is None:
            return range(0)
        first, end = np.searchsorted(self._table.chosen, [index, index + 1])
        return range(int(first), int(end))


def shown_size(frame: av.VideoFrame, aspect: float) -> tuple[int, int]:
    """(W, H) as a player shows it: pixels squared, rotation applied."""
    width = max(1, round(frame.width * aspect))
    return (frame.height, width) if _quarter_turns(frame) % 2 else (width, frame.height)


def _quarter_turns(frame: av.VideoFrame) -> int:
    """Quarter turns counter-clockwise that bring the picture upright."""
    return round(frame.rotation / 90) % 4


class Scaler:
    """Makes RGB pictures of a video's frames; the tables for a size are computed once.

    Scaling into planes and interleaving those gives what scaling into packed RGB gives, with chroma
    of full width, in half the time.
    """

    def __init__(self) -> None:
        self._scaling = VideoReformatter()
        self._packing = VideoReformatter()

    def rgb(
        self, frame: av.VideoFrame, shown_px: tuple[int, int], size_px: tuple[int, int]
    ) -> NDArray[Any]:
        """(H, W, 3) uint8 RGB: scaled until it covers `size_px`, the middle of it, upright.

        Pixels are averaged over the area they came from when a picture shrinks, bicubic when it
        grows.
        """
        turns = _quarter_turns(frame)
        scale = max(size_px[0] / shown_px[0], size_px[1] / shown_px[1])
        cover = [
            max(round(side * scale), wish) for side, wish in zip(shown_px, size_px, strict=True)
        ]
        if turns % 2:
            cover.reverse()
        planes = self._scaling.reformat(
            frame,
            cover[0],
            cover[1],
            "gbrp",
            src_colorspace=_matrix(frame),
            dst_color_range="JPEG",
            interpolation=Interpolation.AREA if scale < 1 else Interpolation.BICUBIC,
            threads=1,
        )
        scaled = self._packing.reformat(planes, format="rgb24", threads=1).to_ndarray()
        picture = np.rot90(scaled, turns) if turns else scaled
        left, top = (picture.shape[1] - size_px[0]) // 2, (picture.shape[0] - size_px[1]) // 2
        return picture[top : top + size_px[1], left : left + size_px[0]]


def _matrix(frame: av.VideoFrame) -> Colorspace:
    usual = Colorspace.ITU709 if min(frame.width, frame.height) >= HD_LINES else Colorspace.ITU601
    return MATRICES.get(int(frame.colorspace), usual)
