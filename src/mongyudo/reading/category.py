"""Which of the seventeen categories a dream belongs to: a linear model over the lexicon's senses.

Each category gathers evidence (how many of its words, how early, in how many sentences, whether
they act), and every concept and word adds what it was seen to speak for in labelled dreams.
"""

from dataclasses import dataclass, field
from functools import cache
from math import log1p
from pathlib import Path
from typing import TYPE_CHECKING

from mongyudo.reading.elements import Hit
from mongyudo.reading.emotion_clauses import clauses_of
from mongyudo.reading.words import word_list
from mongyudo.records import CATEGORIES, Analysis, Scored

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MODEL_FILE = Path(__file__).parent / "category_model.npz"
OTHER = CATEGORIES.index("기타")
EVIDENCE = 28
WORDS_WORTH = 4.0
"""The length of all plain words of a text together, beside concepts that count 1 each."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights: of `evidence` for all categories (EVIDENCE,), of each category's `own` beyond that
    (17, EVIDENCE), `bias` (17,), of `words` (words, 17); how rare categories and words are."""

    evidence: "Floats"
    own: "Floats"
    bias: "Floats"
    words: "Floats"
    rarity: "Floats"
    word_rarity: "Floats"
    index: dict[str, int]

    def shares(self, analysis: Analysis, hits: tuple[Hit, ...]) -> "Floats":
        """The probability of each category, (17,)."""
        import numpy as np

        facts = evidence(analysis, hits, self.rarity)
        scores = facts @ self.evidence + (facts * self.own).sum(axis=1) + self.bias
        columns, values = self.weighed(analysis, hits)
        scores = scores + values @ self.words[columns]
        grown = np.exp(scores - scores.max())
        shares: Floats = grown / grown.sum()
        return shares

    def weighed(self, analysis: Analysis, hits: tuple[Hit, ...]) -> "tuple[list[int], Floats]":
        """The known names of a text and what each counts."""
        import numpy as np

        names = [n for n in word_features(analysis, hits) if n in self.index]
        columns = [self.index[name] for name in names]
        plain = np.array([name.startswith("w ") for name in names], dtype=bool)
        rare = np.where(plain, self.word_rarity[columns], 0.0)
        length = float(np.linalg.norm(rare)) or 1.0
        return columns, np.where(plain, WORDS_WORTH * rare / length, 1.0)


@dataclass(slots=True)
class _Found:
    """What a text holds of one category."""

    concepts: dict[str, int] = field(default_factory=dict)
    sentences: set[int] = field(default_factory=set)
    early: float = 0.0
    order: float = 0.0
    subjects: int = 0
    objects: int = 0
    nouns: int = 0
    verbs: int = 0


def score_category(analysis: Analysis, hits: tuple[Hit, ...]) -> Scored:
    """A probability for each of records.CATEGORIES; they sum to 1."""
    shares = load_model().shares(analysis, hits)
    by_label = dict(zip(CATEGORIES, map(float, shares), strict=True))
    return Scored(max(by_label, key=lambda label: by_label[label]), by_label)


@cache
def load_model() -> Model:
    """The fitted model; small enough to be read in a few milliseconds."""
    import numpy as np

    with np.load(MODEL_FILE) as file:
        names = bytes(file["names"]).decode("utf-8").split("\n")
        arrays = {key: file[key].astype(np.float64) for key in file.files if key != "names"}
    index = {name: number for number, name in enumerate(names)}
    return Model(**arrays, index=index)


def word_features(analysis: Analysis, hits: tuple[Hit, ...]) -> list[str]:
    """Names of the concepts, lemmas and words present, once each, and of subjects and objects."""
    names: dict[str, None] = {}
    for hit in hits:
        if not hit.negated:
            concept = hit.entry.concept or hit.entry.lemma
            names[f"c {concept}"] = names[f"l {hit.entry.lemma}"] = None
            role = _role(analysis, hit)
            if role:
                names[f"{role} {concept}"] = None
    words = (unit.lemma for clause in clauses_of(analysis) for unit in clause.units)
    return list(names | dict.fromkeys(f"w {word}" for word in words))


def evidence(analysis: Analysis, hits: tuple[Hit, ...], rarity: "Floats") -> "Floats":
    """What the dream holds of each category, (17, EVIDENCE): facts, and facts times rarity."""
    import numpy as np

    found = _gather(analysis, hits)
    sentences = max((token.sentence for token in analysis.tokens), default=0) + 1
    kinds = 1 + sum(len(each.concepts) for each in found)
    total = 1 + sum(sum(each.concepts.values()) for each in found)
    facts = np.array([_facts(each, sentences, kinds, total) for each in found])
    return np.concatenate([facts, facts * rarity[:, None]], axis=1)


def _gather(analysis: Analysis, hits: tuple[Hit, ...]) -> list[_Found]:
    found = [_Found() for _ in CATEGORIES]
    seen = 0
    for hit in hits:
        for number in () if hit.negated else _categories(hit):
            each = found[number]
            if not each.concepts:
                seen += 1
                each.order = 1 / seen
                each.early = 1 - hit.start_char / max(1, len(analysis.text))
            _add(each, analysis, hit)
    return found


def _add(each: _Found, analysis: Analysis, hit: Hit) -> None:
    concept = hit.entry.concept or hit.entry.lemma
    each.concepts[concept] = each.concepts.get(concept, 0) + 1
    each.sentences.add(analysis.tokens[hit.first].sentence)
    role = _role(analysis, hit)
    each.subjects += role == "s"
    each.objects += role == "o"
    each.nouns += hit.entry.pos == "N"
    each.verbs += hit.entry.pos in ("V", "A")


def _facts(each: _Found, sentences: int, kinds: int, total: int) -> tuple[float, ...]:
    count, times = len(each.concepts), sum(each.concepts.values())
    return (
        log1p(count), min(each.subjects, 2), min(each.objects, 2),
        max(each.concepts.values(), default=1) - 1, each.early, count / kinds, times / total,
        float(count > 0), len(each.sentences) / sentences, each.order,
        float(any(number >= sentences - 2 for number in each.sentences)),
        float(0 in each.sentences), log1p(each.nouns), log1p(each.verbs),
    )  # fmt: skip


def _categories(hit: Hit) -> list[int]:
    found = [CATEGORIES.index(hit.entry.category)] if hit.entry.category else []
    return [*found, OTHER] if hit.entry.concept in word_list("other worlds") else found


def _role(analysis: Analysis, hit: Hit) -> str:
    """s for a subject, o for an object, else nothing."""
    after = analysis.tokens[hit.last + 1 : hit.last + 3]
    if hit.entry.pos != "N" or not after:
        return ""
    tag = after[1].tag if after[0].tag == "XSN" and len(after) > 1 else after[0].tag
    return {"JKS": "s", "JKO": "o"}.get(tag, "")
