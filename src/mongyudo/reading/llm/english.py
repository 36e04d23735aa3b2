"""Whether a model's English is English, and tells of nothing that the dream does not."""

import re
from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mongyudo.reading.lexicon import load_lexicon, senses
from mongyudo.reading.prompts import MOST_WORDS
from mongyudo.reading.words import word_list

SEEN = frozenset(("지상동물", "수중동물", "새·곤충", "상상동물·귀신", "탈것"))
"""Categories whose beings and vehicles a prompt may name only if the dream has them. People,
clothes, hands and furniture come with a scene; a second beast or a car does not."""
Things = Mapping[str, frozenset[str]]
_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[a-z]+")


def is_english(text: str) -> bool:
    """Latin letters and no letter of another script; whether it is not French, nobody checks."""
    return bool(_LATIN.search(text)) and not _OTHER.search(text)


def shortened(prompt: str) -> str:
    """The prompt cut at a comma so that it has at most MOST_WORDS words."""
    kept: list[str] = []
    for phrase in prompt.split(", "):
        if len(" ".join([*kept, phrase]).split()) > MOST_WORDS:
            break
        kept.append(phrase)
    return ", ".join(kept) or " ".join(prompt.split()[:MOST_WORDS])


def invented(phrase: str, concepts: Set[str | None], said: str, things: Things) -> list[str]:
    """Those of `things` that a phrase names, though neither a concept nor a word of the dream
    does."""
    words = {_one(word) for word in _WORD.findall(phrase.lower())}
    known = {_one(word) for word in _WORD.findall(said.lower())}
    return sorted(
        word for word in words - known if word in things and not things[word] & set(concepts)
    )


@cache
def things_of(lexicon_dir: Path | None) -> Things:
    """What of SEEN has a name of one English word, and the concepts that it may stand for."""
    found: dict[str, set[str]] = {}
    for entry in senses(load_lexicon(lexicon_dir)):
        word = entry.english.lower()
        is_thing = entry.kind == "actor" or (entry.category, entry.kind) == ("탈것", "prop")
        if entry.category in SEEN and entry.concept and is_thing and _WORD.fullmatch(word):
            found.setdefault(_one(word), set()).add(entry.concept)
    for word in word_list("unclear beasts"):
        found.pop(word, None)
    return MappingProxyType({word: frozenset(each) for word, each in found.items()})


def _one(word: str) -> str:
    """The singular, near enough."""
    for ending, put in (("ies", "y"), ("ves", "f"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word.removesuffix(ending) + put
    return word
