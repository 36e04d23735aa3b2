"""The closed sets of words that the reader's grammar needs, kept as plain text."""

from functools import cache
from pathlib import Path


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one section of word_lists.txt; KeyError for a name it does not hold."""
    return _sections()[name]


@cache
def word_pairs(name: str) -> dict[str, str]:
    """A section written as key:value, as a mapping."""
    return dict(word.split(":", 1) for word in word_list(name))


@cache
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in (Path(__file__).parent / "word_lists.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[] "), set())
        elif not line.startswith("#"):
            words.update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}
