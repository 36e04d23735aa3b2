"""A sentence spoken by a machine (eSpeak NG: "엄마가 웃었다"), as a microphone brings it."""

import io
import wave
from pathlib import Path

import av

SPOKEN = Path(__file__).parent / "unit" / "diary" / "mother.ogg"
RATE_HZ = 16_000


def samples() -> bytes:
    """The sentence as 16-bit mono samples."""
    resampler = av.AudioResampler("s16", "mono", RATE_HZ)
    with av.open(str(SPOKEN)) as container:
        frames = [f for each in container.decode(audio=0) for f in resampler.resample(each)]
    return b"".join(frame.to_ndarray().tobytes() for frame in frames)


def wav(pcm: bytes, *, rate_hz: int = RATE_HZ, channels: int = 1) -> bytes:
    """Samples as a WAV."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(pcm)
    return file.getvalue()
