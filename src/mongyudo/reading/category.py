"""Which of the seventeen categories a dream belongs to: a linear model over the lexicon's senses.

Each category gathers evidence (how many of its words, how early, whether they act), and every
concept and lemma adds what it was seen to speak for in labelled dream sentences.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mongyudo.reading.elements import Hit
from mongyudo.reading.words import word_list
from mongyudo.records import CATEGORIES, Analysis, Scored

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MODEL_FILE = Path(__file__).parent / "category_model.npz"
OTHER = CATEGORIES.index("기타")
EVIDENCE = 7


@dataclass(frozen=True, slots=True)
class Model:
    """Weights: of evidence (EVIDENCE), of categories (17), of words (words x 17); rarity (17)."""

    evidence: "Floats"
    bias: "Floats"
    words: "Floats"
    rarity: "Floats"
    index: dict[str, int]


def score_category(analysis: Analysis, hits: tuple[Hit, ...]) -> Scored:
    """A probability for each of records.CATEGORIES; they sum to 1."""
    import numpy as np

    model = load_model()
    scores = evidence(analysis, hits, model.rarity) @ model.evidence + model.bias
    known = [model.index[name] for name in word_features(analysis, hits) if name in model.index]
    scores = scores + model.words[known].sum(axis=0)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
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
    """Names of the concepts and lemmas present, once each, and of those that are subjects."""
    names: dict[str, None] = {}
    for hit in hits:
        if not hit.negated:
            concept = hit.entry.concept or hit.entry.lemma
            names[f"c {concept}"] = names[f"l {hit.entry.lemma}"] = None
            role = _role(analysis, hit)
            if role:
                names[f"{role} {concept}"] = None
    return list(names)


def evidence(analysis: Analysis, hits: tuple[Hit, ...], rarity: "Floats") -> "Floats":
    """What the dream holds of each category, (17, EVIDENCE)."""
    import numpy as np

    seen: list[dict[str, int]] = [{} for _ in CATEGORIES]
    early, acting = np.zeros(len(CATEGORIES)), np.zeros(len(CATEGORIES))
    for hit in hits:
        for number in () if hit.negated else _categories(hit):
            concept = hit.entry.concept or hit.entry.lemma
            seen[number][concept] = seen[number].get(concept, 0) + 1
            start = 1 - hit.start_char / max(1, len(analysis.text))
            early[number] = max(early[number], start)
            acting[number] += _role(analysis, hit) == "s"
    count = np.array([len(found) for found in seen], dtype=np.float64)
    most = np.array([max(found.values(), default=1) - 1 for found in seen])
    several = np.log1p(count)
    columns = (
        rarity * several, several, rarity * np.minimum(acting, 2), rarity * most,
        rarity * early, count / (1 + count.sum()), rarity * (count > 0),
    )  # fmt: skip
    return np.stack(columns, axis=1)


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
