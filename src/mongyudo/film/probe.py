"""What a finished file holds: read back, not remembered."""

from dataclasses import dataclass
from pathlib import Path

import av

from mongyudo.errors import FilmError


@dataclass(frozen=True, slots=True)
class Probe:
    """Measured by decoding every frame. `sound` is the audio codec or None."""

    codec: str
    pixel_format: str
    size_px: tuple[int, int]
    fps: float
    frames: int
    duration_s: float
    sound: str | None
    metadata: dict[str, str]
    faststart: bool


def probe(path: Path) -> Probe:
    """Decode `path` and measure it; raises FilmError when it is no playable video."""
    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            audio = container.streams.audio
            frames = sum(1 for _ in container.decode(stream))
            return Probe(
                codec=stream.codec_context.name,
                pixel_format=str(stream.codec_context.pix_fmt),
                size_px=(stream.width, stream.height),
                fps=float(stream.average_rate or 0),
                frames=frames,
                duration_s=(container.duration or 0) / av.time_base,
                sound=audio[0].codec_context.name if audio else None,
                metadata=dict(container.metadata),
                faststart=_moov_before_mdat(path),
            )
    except (OSError, IndexError, av.FFmpegError) as error:
        raise FilmError(f"{path.name} cannot be played: {error}") from error


def _moov_before_mdat(path: Path) -> bool:
    data = path.read_bytes()
    return -1 < data.find(b"moov") < data.find(b"mdat")
