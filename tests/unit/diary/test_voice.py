"""Dreams told aloud: what is listened to, what is refused, and that nothing is kept."""

import logging
from pathlib import Path

import pytest
from tests.speech import RATE_HZ, samples, wav

from mongyudo.diary import voice
from mongyudo.errors import InputError, UsageError
from mongyudo.reading.korean import as_written
from mongyudo.settings import Settings

SECOND = b"\0\0" * RATE_HZ


@pytest.mark.parametrize(
    ("sound", "told"),
    [
        (b"", "WAV"),
        (b"RIFF" + b"\0" * 100, "WAV"),
        (wav(SECOND, channels=2), "2 channels"),
        (wav(SECOND, rate_hz=96_000), "96000"),
        (wav(b"\0\0" * 100), "0.0초"),
        (wav(SECOND * (voice.MOST_S + 1)), "121.0초"),
    ],
)
def test_what_cannot_be_listened_to_is_told(sound: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        voice.check_sound(sound)


def test_a_length_that_the_head_of_a_wav_only_claims_is_not_believed() -> None:
    sound = bytearray(wav(SECOND))
    sound[40:44] = (2**31).to_bytes(4, "little")
    voice.check_sound(bytes(sound))


def test_without_a_model_it_says_what_to_do(tmp_path: Path) -> None:
    state = voice.check(Settings(voice_model=tmp_path))
    assert not state.ready
    assert "Apache-2.0" in state.remedy
    with pytest.raises(UsageError, match="voice_model"):
        voice.write_down(wav(SECOND), Settings(voice_model=tmp_path))


def test_what_was_heard_is_written_as_korean_is() -> None:
    heard = "호랑이 가 나 를 쫓아 왔 다 나 는 너무 무서워 서 도망 쳤 다"
    assert as_written(heard) == "호랑이가 나를 쫓아왔다. 나는 너무 무서워서 도망쳤다."
    assert as_written("그래서 나 는") == "그래서 나는"
    assert as_written("") == ""


@pytest.mark.slow
def test_a_spoken_sentence_is_written_down_and_not_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    assert "엄마" in voice.write_down(wav(samples()), Settings())
    assert list(tmp_path.iterdir()) == []
    assert "엄마" not in caplog.text + "".join(capfd.readouterr())
