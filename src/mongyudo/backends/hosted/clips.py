"""A downloaded clip or picture: whether it is one, and its frames in the film's size and rate."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mongyudo.backends.contract import Frame
from mongyudo.errors import ProviderError, RenderCancelledError

if TYPE_CHECKING:
    from av import VideoFrame


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """How many frames a clip really holds, its (W, H) and its frames a second."""

    frames: int
    size_px: tuple[int, int]
    fps: float


def facts_of(path: Path) -> ClipFacts:
    """Decode a whole clip, or a picture; raises ProviderError for what is neither."""
    import av

    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            count = sum(1 for _ in container.decode(stream))
            rate = float(stream.average_rate or stream.guessed_rate or 0)
            size_px = (stream.width, stream.height)
    except (av.FFmpegError, OSError, IndexError, ValueError) as error:
        raise ProviderError(
            f"받은 파일을 읽을 수 없습니다 (what was downloaded cannot be read: "
            f"{type(error).__name__})"
        ) from error
    if not count:
        raise ProviderError("받은 파일에 그림이 없습니다 (what was downloaded holds no picture)")
    return ClipFacts(count, size_px, rate)


def frames_of(
    path: Path, size_px: tuple[int, int], picks: list[int], cancelled: Callable[[], bool]
) -> Iterator[Frame]:
    """The frames of a clip whose indices `picks` names in order, their middle in `size_px`."""
    import av

    wanted = iter(picks)
    at = next(wanted, None)
    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            shown = None
            while at == index:
                if cancelled():
                    raise RenderCancelledError("cancelled; the clip stays in the ledger")
                shown = _fitted(frame, size_px) if shown is None else shown
                yield shown
                at = next(wanted, None)


def picks_of(facts: ClipFacts, fps: int) -> list[int]:
    """Which frames to show, and how often, for the clip's own length at `fps`."""
    if not facts.fps:
        return list(range(facts.frames))
    count = max(1, round(facts.frames * fps / facts.fps))
    return [min(facts.frames - 1, int(at * facts.fps / fps + 1e-6)) for at in range(count)]


def _fitted(frame: "VideoFrame", size_px: tuple[int, int]) -> Frame:
    """Scaled so that it covers `size_px`, its middle kept; nothing is stretched."""
    width, height = size_px
    scale = max(width / frame.width, height / frame.height)
    scaled = (max(width, round(frame.width * scale)), max(height, round(frame.height * scale)))
    picture = frame.to_ndarray(
        format="rgb24", width=scaled[0], height=scaled[1], interpolation="BICUBIC"
    )
    left, top = (scaled[0] - width) // 2, (scaled[1] - height) // 2
    return np.ascontiguousarray(picture[top : top + height, left : left + width])
