"""Little videos for the tests of training, written with PyAV."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

Frame = NDArray[np.uint8]

SIZE_PX = (128, 96)
FPS = 24


def scenery(seed: int, size_px: tuple[int, int] = SIZE_PX) -> Frame:
    """A picture of soft blots, another one for each seed: (H, W, 3) uint8 RGB."""
    width, height = size_px
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    picture = np.ones((height, width, 3), np.float32) * rng.uniform(40, 215, 3)
    for _ in range(9):
        at, reach = rng.uniform(0, (width, height)), rng.uniform(0.05, 0.25) * width
        blot = np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / reach**2)[..., None]
        picture += blot * (rng.uniform(0, 255, 3) - picture)
    return np.clip(picture, 0, 255).astype(np.uint8)


def moving(
    seed: int, frames: int, size_px: tuple[int, int] = SIZE_PX, step_px: float = 1.0
) -> list[Frame]:
    """A shot: something bright goes to and fro on the scenery of `seed`, `step_px` a frame."""
    width, height = size_px
    ground = scenery(seed, size_px)
    shot = []
    for number in range(frames):
        frame = ground.copy()
        room = max(1, width - width // 4 - 1)
        left = int(room - abs((number * step_px + seed * 7) % (2 * room) - room))
        frame[height // 3 : height // 3 * 2, left : left + width // 4] = (250, 240, 60)
        shot.append(frame)
    return shot


def write_video(
    path: Path,
    frames: Iterable[Frame],
    fps: float = FPS,
    *,
    codec: str = "libx264",
    pix_fmt: str = "yuv420p",
    times_s: list[float] | None = None,
    **options: str,
) -> Path:
    """Write `frames` to `path`, evenly at `fps` or shown from `times_s`; returns the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    time_base = Fraction(1, 60_000)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=Fraction(fps).limit_denominator(1000))
        stream.pix_fmt = pix_fmt
        stream.codec_context.time_base = time_base
        stream.codec_context.thread_count = 1
        stream.options = options
        for number, frame in enumerate(frames):
            if not number:
                stream.height, stream.width = frame.shape[:2]
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")
            picture.time_base = time_base
            picture.pts = round((times_s[number] if times_s else number / fps) * 60_000)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    return path


def write_tone(path: Path) -> Path:
    """A file with sound and no picture."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=44_100)
        tone = av.AudioFrame.from_ndarray(np.zeros((1, 4410), np.float32), "fltp", "mono")
        tone.rate = 44_100
        container.mux(stream.encode(tone))
        container.mux(stream.encode(None))
    return path
