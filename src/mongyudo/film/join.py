"""Encoded pieces -> one mp4 with sound, by copying packets: nothing is encoded twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream
from numpy.typing import NDArray

from mongyudo.errors import FilmError

SAMPLE_RATE = 48_000
"""Sound is stereo float32 at this rate (Hz)."""

Sound = NDArray[np.float32]
"""(samples, 2) float32, -1..1."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The frames of `path` from `first_frame` on; a key frame must stand there."""

    path: Path
    first_frame: int = 0


def join(target: Path, pieces: list[Piece], sound: Sound | None, label: dict[str, str]) -> None:
    """Write `target` (mp4, faststart) from `pieces` in order, with `sound` and metadata `label`.

    Raises FilmError when the pieces were encoded differently or the disk is full.
    """
    try:
        with av.open(str(target), "w", format="mp4", options={"movflags": "+faststart"}) as out:
            out.metadata.update(label)
            video = _video_stream_like(out, pieces[0])
            audio = _audio_stream(out) if sound is not None else None
            _copy_video(out, video, pieces)
            if audio is not None and sound is not None:
                _write_sound(out, audio, sound)
    except (OSError, av.FFmpegError) as error:
        raise FilmError(f"cannot write {target.name}: {error.strerror or error}") from error


def _video_stream_like(out: OutputContainer, piece: Piece) -> VideoStream:
    with av.open(str(piece.path)) as source:
        return out.add_stream_from_template(source.streams.video[0])


def _audio_stream(out: OutputContainer) -> AudioStream:
    stream = out.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    stream.bit_rate = 128_000
    stream.options = {
        "aac_coder": "fast"
    }  # half the time, and nearer to what was played than twoloop
    return stream


def _copy_video(out: OutputContainer, video: VideoStream, pieces: list[Piece]) -> None:
    """Copy all pieces, one after the other, at a steady rate of frames."""
    packets: list[Packet[VideoStream]] = []
    frames: list[int] = []  # which frame of the film each packet shows, in the order of decoding
    head: bytes | None = None
    for piece in pieces:
        with av.open(str(piece.path)) as source:
            stream = source.streams.video[0]
            if head is not None and stream.codec_context.extradata != head:
                raise FilmError(f"{piece.path.name} was encoded with other settings: render again")
            head = stream.codec_context.extradata
            found = list(_packets(source.demux(stream), piece.first_frame))
        frames += [len(packets) + shown for shown, _ in found]
        packets += [packet for _, packet in found]
    # Short pieces are reordered less than long ones: their own times of decoding would step back.
    delay = max(at - shown for at, shown in enumerate(frames))
    for at, (packet, shown) in enumerate(zip(packets, frames, strict=True)):
        ticks = packet.duration or 1
        packet.pts, packet.dts = shown * ticks, (at - delay) * ticks
        packet.stream = video
        out.mux(packet)


def _packets(
    packets: Iterable["Packet[VideoStream]"], first_frame: int
) -> Iterator[tuple[int, "Packet[VideoStream]"]]:
    """The packets from `first_frame` on, with the number of the frame each shows, from 0."""
    for packet in packets:
        if packet.pts is None or packet.dts is None:
            continue
        shown = round(packet.pts / (packet.duration or 1)) - first_frame
        if shown >= 0:
            yield shown, packet


def _write_sound(out: OutputContainer, audio: AudioStream, sound: Sound) -> None:
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(sound.T), format="fltp", layout="stereo"
    )
    frame.sample_rate = SAMPLE_RATE
    frame.pts = 0
    out.mux(audio.encode(frame))
    out.mux(audio.encode(None))
