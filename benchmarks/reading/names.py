"""How much of what could tell who dreamt it is hidden before a dream leaves this machine.

`names.py FILE`; a line of FILE is a sentence, a tab, and the words of it that must be hidden. Then
how often something is hidden in dreams that were written without a thought of this: an upper bound
of what is hidden for nothing.
"""

import json
import sys
import time
from pathlib import Path

from mongyudo.reading.anonymising import SIGN, Hidden, hide
from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon

DREAMS = (
    Path(__file__).parent / "dreams_train.jsonl",
    Path(__file__).parent / "dreams_train2.jsonl",
)


def hidden(text: str) -> Hidden:
    """What is hidden of a text."""
    analysis = analyse(text)
    return hide(analysis, find_hits(analysis, load_lexicon(None)))


def left(sentence: str, secrets: list[str]) -> list[str]:
    """The secrets that still stand in a sentence as it would be sent."""
    told = SIGN.sub("", hidden(sentence).text)
    return [secret for secret in secrets if secret in told]


def main(file: Path) -> None:
    """Print the figures, and what was missed."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    missed = {sentence: left(sentence, secrets.split()) for sentence, secrets in rows}
    total = sum(len(secrets.split()) for _, secrets in rows)
    count = sum(map(len, missed.values()))
    print(f"hidden {total - count} of {total}: {1 - count / total:.3f}")
    for sentence, words in missed.items():
        if words:
            print(f"  missed {', '.join(words)}: {sentence}")
    texts = [json.loads(line)["text"] for f in DREAMS for line in f.read_text("utf-8").splitlines()]
    began = time.monotonic()
    signs = sum(len(hidden(text).stands_for) for text in texts)
    spent_ms = 1000 * (time.monotonic() - began) / len(texts)
    words_total = sum(len(text.split()) for text in texts)
    print(f"{signs} signs in {len(texts)} dreams of {words_total} words; {spent_ms:.1f} ms a dream")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
