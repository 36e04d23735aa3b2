"""What the choice of keywords looks at: each candidate's form, place, words and neighbours."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mongyudo.reading.candidates import Candidate
from mongyudo.reading.waking import waking_start
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Token

PREDICATES = frozenset(
    ("turned", "act", "place_act", "denied", "manner", "doing", "placed", "put", "chained")
)
Named = dict[str, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the dream around its candidates."""

    tokens: tuple[Token, ...]
    length: int
    waking: int
    quoted: tuple[tuple[int, int], ...]
    counts: Counter[str]
    heads: Counter[str]
    first_heads: dict[str, int]
    sentences: int
    firsts: dict[int, int]
    sizes: Counter[int]
    candidates: int


def is_generic(candidate: Candidate) -> bool:
    """Whether the phrase says nothing that can be filmed (꿈, 것, 때)."""
    words = candidate.ko.split()
    generic = word_list("generic nouns")
    return all(word in generic for word in words) or not candidate.ko.strip()


def features_of(analysis: Analysis, candidates: list[Candidate]) -> list[Named]:
    """The features of each candidate of a dream, by name."""
    setting = _setting_of(analysis, candidates)
    return [
        _form(c) | _place(c, setting) | _words(c, setting) | _neighbours(c, candidates)
        for c in candidates
    ]


def _setting_of(analysis: Analysis, candidates: list[Candidate]) -> Setting:
    tokens = analysis.tokens
    quotes = [t.start_char for t in tokens if t.tag in ("SSO", "SSC")]
    heads = sorted({c.head for c in candidates})
    firsts: dict[int, int] = {}
    for index, token in enumerate(tokens):
        firsts.setdefault(token.sentence, index)
    return Setting(
        tokens,
        len(analysis.text),
        waking_start(analysis),
        tuple(zip(quotes[::2], quotes[1::2], strict=False)),
        Counter(c.sense.entry.lemma if c.sense else c.ko for c in candidates),
        Counter(tokens[head].lemma for head in heads),
        {tokens[head].lemma: head for head in reversed(heads)},
        len(firsts),
        firsts,
        Counter(token.sentence for token in tokens),
        len(candidates),
    )


def _form(candidate: Candidate) -> Named:
    entry = candidate.sense.entry if candidate.sense else None
    kind = entry.kind if entry else "unknown"
    pattern = candidate.pattern
    found = {
        "bias": 1.0,
        f"pattern {pattern}": 1.0,
        f"kind {kind}": 1.0,
        f"case {candidate.case or 'bare'}": 1.0,
        f"{pattern} {kind}": 1.0,
        "pictured": float(entry is not None and entry.concept is not None),
        "themed": float(entry is not None and entry.category is not None),
        "named deed": float(candidate.named),
        "iconic": float(entry is not None and entry.concept in word_list("iconic concepts")),
    }
    if entry and entry.concept:
        found[f"concept {entry.concept}"] = 1.0
    if entry and entry.category:
        found[f"category {entry.category}"] = 1.0
    if candidate.case == "V" or pattern in PREDICATES:
        found[f"ending {candidate.ending or 'none'}"] = 1.0
    return found


def _place(candidate: Candidate, setting: Setting) -> Named:
    tokens, lemma = setting.tokens, setting.tokens[candidate.head].lemma
    size, first = setting.sizes[candidate.sentence], setting.firsts[candidate.sentence]
    before = tokens[candidate.first - 1].tag[:3] if candidate.first else "none"
    after = candidate.last + 1
    quoted = any(a < candidate.start_char < b for a, b in setting.quoted)
    entry = candidate.sense.entry if candidate.sense else None
    return {
        "waking": float(candidate.start_char >= setting.waking),
        "quoted": float(quoted),
        "place in text": candidate.start_char / max(1, setting.length),
        "long dream": math.log(max(20, setting.length) / 150),
        "sentences": min(setting.sentences, 12) / 6,
        "candidates": math.log(max(1, setting.candidates) / 30),
        "repeated": float(setting.counts[entry.lemma if entry else candidate.ko] > 4),
        "mentions": math.log(setting.heads[lemma]),
        "first mention": float(setting.first_heads[lemma] == candidate.head),
        "sentence length": size / 12,
        "place in sentence": (candidate.first - first) / size,
        "first sentence": float(candidate.sentence == tokens[0].sentence),
        "last sentence": float(candidate.sentence == tokens[-1].sentence),
        f"before {before}": 1.0,
        f"after {_follower(tokens[after]) if after < len(tokens) else 'none'}": 1.0,
        f"tag {tokens[candidate.head].tag[:3]}": 1.0,
    }


def _follower(token: Token) -> str:
    return token.tag + token.form if token.tag.startswith("J") else token.tag[:3]


def _words(candidate: Candidate, setting: Setting) -> Named:
    words = candidate.ko.split()
    several = len(words) > 1
    found = {
        "words": min(len(words), 4) - 1.0,
        "chars": min(len("".join(words)), 12) / 4,
        "chars of one": 0.0 if several else len(candidate.ko) / 4,
        "chars of many": len(candidate.ko) / 8 if several else 0.0,
        "common noun": float(words[-1] in word_list("common nouns")),
        "one syllable": float(len(candidate.ko) == 1),
        "two syllables": float(len(candidate.ko) == 2),
        "generic word": float(bool(word_list("generic nouns").intersection(words))),
        f"lemma {setting.tokens[candidate.head].lemma}": 1.0,
        f"last {words[-1]}": 1.0,
        f"end {words[-1][-1]}": 1.0,
    }
    return found | {f"word {word}": 1.0 for word in words[:-1]}


def _neighbours(candidate: Candidate, candidates: Iterable[Candidate]) -> Named:
    """How the candidate stands among those that share words with it."""
    size = len(candidate.ko)
    near = [
        c for c in candidates
        if c is not candidate and c.first <= candidate.last and candidate.first <= c.last
    ]  # fmt: skip
    longer = sum(len(c.ko) > size for c in near)
    found = {
        "covered": min(longer, 6) / 3,
        "longest": float(not longer),
        "covers": min(sum(len(c.ko) < size for c in near), 8) / 4,
        "tokens": min(candidate.last - candidate.first + 1, 12) / 4,
    }
    return found | {f"beside {c.pattern}": 1.0 for c in near if c.head == candidate.head}
