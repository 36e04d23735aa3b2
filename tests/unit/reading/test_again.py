"""What is spoken of again by the last part of its name is the same thing."""

import pytest

from mongyudo.reading import read
from mongyudo.records import Dream


def concepts(text: str, word: str) -> list[str | None]:
    """What each mention of `word` is."""
    reading = read(Dream.of(text), segments=1)
    found = (e for s in reading.segments for e in s.elements)
    return [e.concept for e in found if e.lemma.endswith(word) and e.kind == "prop"]


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("쓰레기 봉투를 들었다. 봉투에서 소리가 났다.", "봉투", ["plastic_bag", "plastic_bag"]),
        ("마당에 감나무가 있었다. 나무가 흔들렸다.", "나무", ["persimmon_tree", "persimmon_tree"]),
        ("손목시계를 잃었다. 시계가 멈춰 있었다.", "시계", ["watch", "watch"]),
        ("손목시계를 잃었다. 다른 시계를 샀다.", "시계", ["watch", "clock"]),
        ("봉투를 열었다. 쓰레기 봉투였다.", "봉투", ["envelope", "plastic_bag"]),
    ],
)
def test_a_head_alone_is_what_was_named(text: str, word: str, told: list[str]) -> None:
    assert concepts(text, word) == told
