"""The process that takes dictation: `python -m mongyudo.diary.dictation MODEL`.

A WAV comes on standard input and its words go to standard output. What was said is nowhere kept: it
lives in this process, which ends with it.
"""

import io
import json
import re
import sys
import wave
from collections.abc import Iterator

from mongyudo.reading.korean import as_written

CHUNK_FRAMES = 4000
_NO_WORD = re.compile(r"\[[^\]]*\]")
"""Sounds that the model knows and that are no words."""


def heard(sound: bytes, model_folder: str) -> Iterator[str]:
    """What is said between one silence and the next, as the model hears it."""
    import vosk

    vosk.SetLogLevel(-1)  # it would tell what it hears
    with wave.open(io.BytesIO(sound)) as speech:
        recogniser = vosk.KaldiRecognizer(vosk.Model(model_folder), speech.getframerate())
        while frames := speech.readframes(CHUNK_FRAMES):
            if recogniser.AcceptWaveform(frames):
                yield json.loads(recogniser.Result())["text"]
        yield json.loads(recogniser.FinalResult())["text"]


def main() -> None:
    """Write down what is said on standard input."""
    said = " ".join(
        _NO_WORD.sub("", words) for words in heard(sys.stdin.buffer.read(), sys.argv[1])
    )
    sys.stdout.write(as_written(" ".join(said.split())))


if __name__ == "__main__":
    main()
