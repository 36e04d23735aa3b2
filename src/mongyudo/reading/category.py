"""Which of the seventeen categories a dream belongs to."""

from mongyudo.reading.elements import Hit
from mongyudo.records import CATEGORIES, Scored


def score_category(hits: tuple[Hit, ...]) -> Scored:
    """A probability for each category, from the lexicon's senses found in the dream."""
    scores = dict.fromkeys(CATEGORIES, 0.02)
    scores["기타"] = 0.1
    for hit in hits:
        if hit.entry.category and not hit.negated:
            scores[hit.entry.category] += 1.0
    total = sum(scores.values())
    shares = {label: score / total for label, score in scores.items()}
    return Scored(max(shares, key=lambda label: shares[label]), shares)
