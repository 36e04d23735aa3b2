"""Videos with known edits: shots over photographs and textures, joined as a seed decides.

Each shot pans and zooms over a picture with a shaky hand, something moves through it, and the
camera has grain. Between two shots stand a cut, a dissolve or a fade through black; a flash of
light inside a shot is no edit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, repeat
from pathlib import Path
from typing import Any, Literal

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.datasets import load_sample_images

Kind = Literal["cut", "dissolve", "fade", "flash"]
Frame = NDArray[np.uint8]

KINDS: tuple[Kind, ...] = ("cut", "cut", "dissolve", "fade", "flash")


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit from frame `start` up to `end` (for a cut both are the new shot's first frame)."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cast:
    """How one shot is filmed: the picture, the way over it, what moves, all from one generator."""

    picture: Image.Image
    start: NDArray[np.float64]
    drift: NDArray[np.float64]
    zoom: float
    hand: float
    thing: NDArray[np.float64]
    colour: NDArray[np.float64]
    light: float


def texture(rng: np.random.Generator) -> Image.Image:
    """A made-up landscape: noise of several sizes in colours of its own, 1280x854."""
    whole = np.zeros((854, 1280, 3), np.float64)
    for cells in (3, 8, 24, 80):
        coarse = rng.normal(size=(cells, cells * 3 // 2, 3)) * (60 / cells**0.5)
        grown = [
            np.asarray(Image.fromarray(coarse[..., c].astype(np.float32)).resize((1280, 854), 3))
            for c in range(3)
        ]
        whole += np.stack(grown, axis=-1)
    return Image.fromarray(np.clip(whole + rng.uniform(40, 200, 3), 0, 255).astype(np.uint8))


def pictures(rng: np.random.Generator) -> list[Image.Image]:
    """Two photographs, mirrored and cut in parts, and textures."""
    found: list[Image.Image] = []
    for array in load_sample_images().images:
        whole = Image.fromarray(array).resize((1920, 1281), 3)
        found += [whole.crop((x, y, x + 1280, y + 854)) for x, y in ((0, 0), (640, 427))]
        found.append(whole.transpose(Image.Transpose.FLIP_LEFT_RIGHT).crop((0, 427, 1280, 1281)))
    return found + [texture(rng) for _ in range(10)]


def cast(picture: Image.Image, rng: np.random.Generator) -> Cast:
    """A way to film `picture`."""
    return Cast(
        picture,
        start=rng.uniform((0.2, 0.2), (0.5, 0.5)),
        drift=rng.normal(scale=0.0012, size=2),
        zoom=float(rng.normal(scale=0.0012)),
        hand=float(rng.choice([0.0, 0.0008, 0.003])),
        thing=rng.uniform((0, 0, -0.012, -0.006, 0.05), (1, 1, 0.012, 0.006, 0.16)),
        colour=rng.uniform(0, 255, 3),
        light=float(rng.uniform(0.45, 1.1)),
    )


def film(shot: Cast, number: int, size_px: tuple[int, int], rng: np.random.Generator) -> Any:
    """Picture `number` of a shot, (H, W, 3) float32 0..255."""
    width, height = size_px
    reach = 0.45 * np.exp(shot.zoom * number)
    at = shot.start + shot.drift * number + rng.normal(scale=shot.hand, size=2)
    left, top = at * (shot.picture.width, shot.picture.height)
    step = reach * shot.picture.width / width
    moved = shot.picture.transform(
        size_px, Image.Transform.AFFINE, (step, 0, left, 0, step, top), Image.Resampling.BILINEAR
    )
    frame = np.asarray(moved, np.float32).copy()
    x, y = (shot.thing[:2] + shot.thing[2:4] * number) % 1 * (width, height)
    side = int(shot.thing[4] * width)
    frame[int(y) : int(y) + side, int(x) : int(x) + side] = shot.colour
    grain = rng.normal(scale=2, size=(height // 2 + 1, width // 2 + 1, 1)).astype(np.float32)
    grain = grain.repeat(2, 0).repeat(2, 1)[:height, :width]
    return np.clip(frame * shot.light + grain, 0, 255)


def sequence(
    seed: int, edits: int, size_px: tuple[int, int], kinds: tuple[Kind, ...] = KINDS
) -> tuple[Iterator[Frame], list[Edit]]:
    """Frames with `edits` edits in them, and where those are; the same for the same seed."""
    rng = np.random.default_rng(seed)
    plan: list[Edit] = []
    at = 0
    for _ in range(edits):
        kind: Kind = kinds[rng.integers(len(kinds))]
        at += int(rng.integers(50, 150))
        length = {"cut": 0, "dissolve": int(rng.integers(8, 40)), "flash": int(rng.integers(1, 4))}
        span = length.get(kind, int(rng.integers(16, 48)))
        plan.append(Edit(kind, at, at + span))
        at += span
    return _frames(plan, at + 80, size_px, rng), plan


def _frames(
    plan: list[Edit], total: int, size_px: tuple[int, int], rng: np.random.Generator
) -> Iterator[Frame]:
    choice = pictures(rng)
    order = rng.permutation(len(choice))
    shots = [cast(choice[order[n % len(order)]], rng) for n in range(len(plan) + 2)]
    now, born = 0, 0
    pending = list(plan)
    for number in range(total):
        while pending and number >= pending[0].end:
            if pending[0].kind != "flash":
                now, born = now + 1, pending[0].start
            pending.pop(0)
        frame = film(shots[now], number - born, size_px, rng)
        edit = pending[0] if pending else None
        if edit and edit.start <= number < edit.end:
            share = (number - edit.start + 1) / (edit.end - edit.start + 1)
            if edit.kind == "flash":
                frame = frame * 0.2 + 204
            elif edit.kind == "fade":
                half = film(shots[now + 1], number - edit.start, size_px, rng)
                frame = frame * max(0, 1 - 2 * share) + half * max(0, 2 * share - 1)
            else:
                after = film(shots[now + 1], number - edit.start, size_px, rng)
                frame = frame * (1 - share) + after * share
        yield frame.astype(np.uint8)


def write(path: Path, frames: Iterable[Frame], fps: int = 30) -> Path:
    """Encode with x264, quickly, in good quality."""
    with av.open(str(path), "w") as container:
        stream = _stream(container, fps, {"preset": "veryfast", "crf": "23"})
        for number, frame in enumerate(frames):
            _encode(container, stream, frame, number)
        container.mux(stream.encode(None))
    return path


FULL_PX = (1920, 1080)
RATE_BPS = 15_000_000
TIMES = 4
"""Drawing and encoding 1080p takes long, so the same packets come so many times."""
SOURCES = {"plain": {"bf": "0"}, "full": {"x264-params": "b-adapt=0:scenecut=0"}}
"""Sources to measure speed on, x264 with its defaults otherwise. The pictures' grain and shaking
would let it do without B-frames; `full` has as many as its defaults allow, three in a row with a
pyramid."""


def write_sources(folder: Path, seconds: int, fps: int = 30) -> None:
    """`plain.mp4`, 1080p at 15 Mbit/s, and `full.mp4`, made from it; both repeat TIMES over."""
    frames: Iterable[Frame] = islice(sequence(7, 12, FULL_PX)[0], seconds * fps // TIMES)
    for name, more in SOURCES.items():
        once = folder / f"{name}-once.mp4"
        with av.open(str(once), "w") as out:
            stream = _stream(out, fps, {"preset": "medium", "b": str(RATE_BPS), **more})
            for number, frame in enumerate(frames):
                _encode(out, stream, frame, number)
            out.mux(stream.encode(None))
        _repeated(once, folder / f"{name}.mp4")
        frames = _decoded(once)
    for name in SOURCES:
        (folder / f"{name}-once.mp4").unlink()


def _decoded(path: Path) -> Iterator[Frame]:
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            yield frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)


def _repeated(once: Path, path: Path) -> None:
    """The same packets, TIMES over."""
    with av.open(str(path), "w") as out:
        stream: Any = None
        shift = 0
        for source in repeat(once, TIMES):
            with av.open(str(source)) as container:
                video = container.streams.video[0]
                stream = stream or out.add_stream_from_template(video)
                for packet in container.demux(video):
                    if packet.pts is not None and packet.dts is not None:
                        packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
                        packet.stream = stream
                        out.mux(packet)
                shift += video.duration or 0


def _stream(container: Any, fps: int, options: dict[str, str]) -> Any:
    stream: Any = container.add_stream("libx264", rate=fps)
    stream.pix_fmt = "yuv420p"
    stream.options = options
    stream.codec_context.time_base = Fraction(1, fps)
    return stream


def _encode(container: Any, stream: Any, frame: Frame, number: int) -> None:
    if not number:
        stream.height, stream.width = frame.shape[:2]
    picture = av.VideoFrame.from_ndarray(frame, format="rgb24")
    picture.pts = number
    container.mux(stream.encode(picture))
